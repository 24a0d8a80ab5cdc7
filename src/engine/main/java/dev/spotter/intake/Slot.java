package dev.spotter.intake;

import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the answer to one question goes.
 *
 * @param place the question's among all
 * @param ready the answers that are the same for everybody, by what is written for them; made once
 *     and shared, since making them again is most of the cost of reading a client
 */
record Slot(Question question, int place, Map<String, Answer> ready) {
  /** Of numbers, those with a range up to this wide are made beforehand. */
  private static final BigDecimal FEW = BigDecimal.valueOf(100);

  private static final Node.Place NOWHERE = new Node.Place(0, 0);

  /** By section, then by field; names are interned, as the parser's are, and so found at once. */
  static Map<String, Map<String, Slot>> of(Vocabulary vocabulary) {
    Map<String, Map<String, Slot>> sections = new HashMap<>();
    for (Section section : vocabulary.sections()) {
      Map<String, Slot> fields = new HashMap<>();
      for (Question question : section.questions()) {
        fields.put(
            question.field().intern(),
            new Slot(question, vocabulary.place(question.id()), ready(question)));
      }
      sections.put(section.key().intern(), fields);
    }
    return sections;
  }

  /** Made as any answer is, so that there is one meaning of a text. */
  private static Map<String, Answer> ready(Question question) {
    Map<String, Answer> ready = new HashMap<>();
    for (String text : Stream.concat(words(question), numbers(question)).toList()) {
      Problems problems = new Problems("");
      Answer answer =
          new AnswerBinder(question, problems)
              .bind(new Node.Scalar(text, Node.Kind.STRING, NOWHERE));
      if (answer != null && problems.inOrder().isEmpty()) {
        ready.put(text, answer);
      }
    }
    return ready;
  }

  private static Stream<String> words(Question question) {
    boolean many = question.kind() == Question.Kind.MANY;
    return Stream.concat(
        question.choices().stream().map(Question.Choice::id),
        many ? Stream.of(Question.NONE, Question.UNKNOWN) : Stream.of(Question.UNKNOWN));
  }

  private static Stream<String> numbers(Question question) {
    Question.Range range = question.range();
    if (range == null || range.max().subtract(range.min()).compareTo(FEW) > 0) {
      return Stream.empty();
    }
    return IntStream.rangeClosed(range.min().intValue(), range.max().intValue())
        .mapToObj(String::valueOf);
  }
}
