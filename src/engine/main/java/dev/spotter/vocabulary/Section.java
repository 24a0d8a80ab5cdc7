package dev.spotter.vocabulary;

import java.util.List;

/**
 * A group of questions that is one fact in a session.
 *
 * @param key its name in an intake ({@code soreness})
 * @param type its name in rules ({@code Soreness})
 * @param title the heading shown
 * @param questions in order of declaration
 */
public record Section(String key, String type, String title, List<Question> questions) {
  public Section {
    questions = List.copyOf(questions);
  }
}
