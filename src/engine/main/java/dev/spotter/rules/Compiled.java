package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.PackageDescr;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactType;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.kie.internal.io.ResourceFactory;

/** What Drools made of the rules: sessions, and the classes of the declared facts. */
final class Compiled implements Engine {
  private final Sessions sessions;
  private final Map<String, MethodHandle> constructors = new HashMap<>();
  private final Set<String> read = new HashSet<>();

  private Compiled(KieBase base, Map<String, Rule> rules, Set<String> sections) {
    this.sessions = new Sessions(base, rules);
    sections.forEach(name -> constructors.put(name, constructor(base, name)));
    rules.values().forEach(r -> r.patterns().forEach(p -> read.add(p.type())));
  }

  /**
   * Compiles what was checked: the very descriptors, so that nothing can be read in two ways.
   *
   * @param descriptors by file name
   * @param sections the names of the declares that are facts
   * @throws RulesRefused if Drools finds fault
   */
  static Compiled of(
      Map<String, PackageDescr> descriptors, Map<String, Rule> rules, Set<String> sections) {
    KnowledgeBuilderConfiguration settings =
        KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
            null, Compiled.class.getClassLoader());
    settings.setOption(LanguageLevelOption.DRL6);
    KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(settings);
    var batch = builder.batch();
    descriptors.forEach(
        (name, descr) ->
            batch.add(
                ResourceFactory.newDescrResource(descr).setSourcePath(name), ResourceType.DESCR));
    batch.build();
    if (builder.hasErrors()) {
      throw new RulesRefused(translate(builder.getErrors()));
    }
    return new Compiled(builder.newKieBase(), rules, sections);
  }

  private static List<Diagnostic> translate(Iterable<KnowledgeBuilderError> errors) {
    List<Diagnostic> problems = new ArrayList<>();
    for (KnowledgeBuilderError error : errors) {
      String file =
          error.getResource() == null
              ? "rules"
              : String.valueOf(error.getResource().getSourcePath());
      int line = error.getLines().length == 0 ? 0 : Math.max(0, error.getLines()[0]);
      problems.add(
          new Diagnostic(Code.COMPILER, file, line, 1, error.getMessage().strip(), null, null));
    }
    return problems;
  }

  private static MethodHandle constructor(KieBase base, String name) {
    FactType type = base.getFactType(Grammar.PACKAGE, name);
    int fields = type.getFields().size();
    try {
      for (Constructor<?> constructor : type.getFactClass().getConstructors()) {
        if (constructor.getParameterCount() == fields) {
          return MethodHandles.publicLookup()
              .unreflectConstructor(constructor)
              .asType(java.lang.invoke.MethodType.genericMethodType(fields))
              .asSpreader(Object[].class, fields);
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot make a " + name, e);
    }
    throw new IllegalStateException(name + " has no constructor for all its fields");
  }

  @Override
  public Object fact(String type, @Nullable Object[] values) {
    MethodHandle constructor = constructors.get(type);
    if (constructor == null) {
      throw new IllegalArgumentException("there is no section " + type);
    }
    try {
      return constructor.invoke(values);
    } catch (Throwable e) {
      throw new IllegalStateException("cannot make a " + type, e);
    }
  }

  @Override
  public boolean reads(String type) {
    return read.contains(type);
  }

  @Override
  public WorkingMemory memory() {
    return sessions.memory();
  }
}
