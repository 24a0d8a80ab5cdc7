package dev.spotter.fhir;

import dev.spotter.fhir.Item.Type;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Question.Choice;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that can be filled in, derived from a vocabulary. Immutable. */
final class Form {
  private static final String NOT_KNOWN = "I do not know";
  private static final String NONE = "none of these";

  private final Vocabulary vocabulary;
  private final List<Item> items;
  private final Map<String, Item> byLink = new LinkedHashMap<>();
  private final Map<String, String> groups = new LinkedHashMap<>();

  Form(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    List<Item> all = new ArrayList<>();
    all.add(Item.field("zone", Type.STRING, "The time zone, such as Europe/Berlin", null));
    vocabulary.sections().forEach(s -> all.add(section(s)));
    all.add(LogItems.history());
    items = List.copyOf(all);
    index(items, "");
  }

  private void index(List<Item> some, String group) {
    for (Item item : some) {
      byLink.put(item.linkId(), item);
      groups.put(item.linkId(), group);
      index(item.items(), item.linkId());
    }
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** What stands at the top, in order. */
  List<Item> items() {
    return items;
  }

  /** Every item, groups before what is in them. */
  Iterable<Item> all() {
    return byLink.values();
  }

  @Nullable Item item(String linkId) {
    return byLink.get(linkId);
  }

  /** The link id of the group that an item belongs to, empty for the top; null if unknown. */
  @Nullable String groupOf(String linkId) {
    return groups.get(linkId);
  }

  private static Item section(Section section) {
    List<Item> questions = section.questions().stream().map(Form::question).toList();
    return Item.group(section.key(), false, section.title(), questions);
  }

  private static Item question(Question question) {
    return new Item(
        question.id(),
        type(question.kind()),
        question.kind() == Question.Kind.MANY,
        question.ask(),
        question.help(),
        options(question),
        question.range(),
        question.unit(),
        question.when(),
        List.of());
  }

  private static Type type(Question.Kind kind) {
    return switch (kind) {
      case YES_NO, CHOICE, MANY -> Type.CHOICE;
      case WHOLE -> Type.INTEGER;
      case DECIMAL -> Type.DECIMAL;
    };
  }

  private static List<Choice> options(Question question) {
    if (question.kind().number()) {
      return List.of();
    }
    List<Choice> options = new ArrayList<>(question.choices());
    if (question.kind() == Question.Kind.MANY) {
      options.add(new Choice(Question.NONE, NONE));
    }
    options.add(new Choice(Question.UNKNOWN, NOT_KNOWN));
    return List.copyOf(options);
  }
}
