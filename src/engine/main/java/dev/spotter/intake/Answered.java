package dev.spotter.intake;

import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Vocabulary;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One client's answers by question id, in the order of declaration: a slot for each question. No
 * longer filled once it stands in an intake, so an intake need not copy it.
 */
final class Answered extends AbstractMap<String, Answer> {
  private final Vocabulary vocabulary;
  private final @Nullable Answer[] slots;

  Answered(Vocabulary vocabulary) {
    this(vocabulary, new @Nullable Answer[vocabulary.questions().size()]);
  }

  private Answered(Vocabulary vocabulary, @Nullable Answer[] slots) {
    this.vocabulary = vocabulary;
    this.slots = slots;
  }

  /** The same but for one question, which was not asked. */
  Answered without(String question) {
    @Nullable Answer[] fewer = slots.clone();
    int place = vocabulary.place(question);
    if (place >= 0) {
      fewer[place] = null;
    }
    return new Answered(vocabulary, fewer);
  }

  /**
   * @param place the question's
   */
  void answer(int place, Answer answer) {
    slots[place] = answer;
  }

  /** True if its places are those of this vocabulary. */
  boolean suits(Vocabulary other) {
    return vocabulary == other;
  }

  /** Puts each value into its place. */
  void spread(@Nullable Object[] values) {
    for (int place = 0; place < slots.length; place++) {
      Answer answer = slots[place];
      values[place] = answer == null ? null : answer.value();
    }
  }

  @Override
  public int size() {
    int size = 0;
    for (Answer answer : slots) {
      size += answer == null ? 0 : 1;
    }
    return size;
  }

  @Override
  public @Nullable Answer get(@Nullable Object id) {
    int place = id instanceof String text ? vocabulary.place(text) : -1;
    return place < 0 ? null : slots[place];
  }

  @Override
  public boolean containsKey(@Nullable Object id) {
    return get(id) != null;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Answer> action) {
    List<Question> questions = vocabulary.questions();
    for (int place = 0; place < slots.length; place++) {
      Answer answer = slots[place];
      if (answer != null) {
        action.accept(questions.get(place).id(), answer);
      }
    }
  }

  @Override
  public Set<Map.Entry<String, Answer>> entrySet() {
    Map<String, Answer> entries = new LinkedHashMap<>();
    forEach(entries::put);
    return Collections.unmodifiableMap(entries).entrySet();
  }
}
