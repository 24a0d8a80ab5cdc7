package dev.spotter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing in the engine is kept between two spotters: no static is ever set again or filled. */
class StaticsTest {
  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.spotter");

  /** Classes of others whose values never change. */
  private static final List<String> FIXED =
      List.of(
          "java.lang.String",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Double",
          "java.lang.Boolean",
          "java.lang.Character",
          "java.lang.reflect.RecordComponent",
          "java.math.",
          "java.time.",
          "java.util.regex.Pattern",
          "java.util.ImmutableCollections",
          "java.util.Collections$Unmodifiable",
          "org.snakeyaml.engine.v2.nodes.Tag",
          // Has setters, which only Drools' own builder of events calls.
          "org.drools.base.base.ClassObjectType");

  @Test
  void noStaticIsEverSetAgain() {
    fields().that().areStatic().should().beFinal().check(ENGINE);
  }

  @Test
  void noStaticIsEverFilled() throws ReflectiveOperationException {
    List<String> mutable = new ArrayList<>();
    for (var type : ENGINE) {
      for (Field field : Class.forName(type.getName()).getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
          field.setAccessible(true);
          if (!fixed(field.get(null))) {
            mutable.add(type.getSimpleName() + "." + field.getName());
          }
        }
      }
    }
    assertThat(mutable).isEmpty();
  }

  /** True for a value that cannot change, nor anything in it. */
  private static boolean fixed(Object value) throws ReflectiveOperationException {
    if (value == null || value instanceof Enum<?> || value instanceof Class<?>) {
      return true;
    }
    Class<?> type = value.getClass();
    if (type.isArray()) {
      return Array.getLength(value) == 0;
    }
    if (value instanceof Collection<?> all) {
      return known(type) && all(all);
    }
    if (value instanceof Map<?, ?> map) {
      return known(type) && all(map.keySet()) && all(map.values());
    }
    return known(type)
        || type.isHidden()
        || (type.getName().startsWith("dev.spotter") && held(value));
  }

  private static boolean known(Class<?> type) {
    return FIXED.stream()
        .anyMatch(
            f ->
                f.endsWith(".") || f.startsWith("java.util.")
                    ? type.getName().startsWith(f)
                    : type.getName().equals(f));
  }

  private static boolean all(Collection<?> values) throws ReflectiveOperationException {
    for (Object value : values) {
      if (!fixed(value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean held(Object value) throws ReflectiveOperationException {
    for (Field field : value.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        if (!Modifier.isFinal(field.getModifiers()) || !fixed(field.get(value))) {
          return false;
        }
      }
    }
    return true;
  }

  private static final Object[] PLANTED = {new ArrayList<>(), new StringBuilder(), new int[1]};

  @Test
  void whatCanBeFilledIsFound() throws ReflectiveOperationException {
    for (Object value : Arrays.asList(PLANTED)) {
      assertThat(fixed(value)).as(value.getClass().getName()).isFalse();
    }
    assertThat(fixed(List.of(new ArrayList<>()))).isFalse();
    assertThat(fixed(List.of("a", 1))).isTrue();
  }
}
