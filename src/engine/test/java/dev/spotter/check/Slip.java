package dev.spotter.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A slip of the finger in a rule file.
 *
 * @param file the file
 * @param line the line it is on, from 1
 * @param what what was done, for people
 * @param text the whole file with the slip in it
 */
record Slip(String file, int line, String what, String text) {
  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"\n]*\"|[A-Za-z_$][A-Za-z0-9_-]*|\\d+(?:\\.\\d+)?|[=!<>|&]+|[(),.;:@]");

  /** The files with this slip. */
  Map<String, byte[]> in(Map<String, byte[]> files) {
    Map<String, byte[]> slipped = new TreeMap<>(files);
    slipped.put(file, text.getBytes(StandardCharsets.UTF_8));
    return slipped;
  }

  /** A slip somewhere in the rules and declares of these files, not in remarks or reasons. */
  static Slip random(Map<String, byte[]> files, Random random) {
    List<String> names = files.keySet().stream().filter(n -> n.endsWith(".drl")).toList();
    while (true) {
      String file = names.get(random.nextInt(names.size()));
      String text = new String(files.get(file), StandardCharsets.UTF_8);
      List<MatchResult> tokens = tokens(text);
      int at = random.nextInt(tokens.size() - 1);
      MatchResult token = tokens.get(at);
      String changed =
          switch (random.nextInt(3)) {
            case 0 -> drop(text, token, random);
            case 1 -> swap(text, token, tokens.get(at + 1));
            default -> misspell(text, token, random);
          };
      if (!changed.equals(text)) {
        int line =
            (int) text.substring(0, token.start()).chars().filter(c -> c == '\n').count() + 1;
        String before = text.lines().toList().get(line - 1).strip();
        String after = changed.lines().toList().get(line - 1).strip();
        return new Slip(file, line, before + "\n      became " + after, changed);
      }
    }
  }

  private static List<MatchResult> tokens(String text) {
    List<MatchResult> tokens = new ArrayList<>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      if (!line.strip().startsWith("//")) {
        int from = start;
        TOKEN
            .matcher(text)
            .region(from, from + line.length())
            .results()
            .filter(t -> !t.group().contains(" "))
            .forEach(tokens::add);
      }
      start += line.length() + 1;
    }
    return tokens;
  }

  private static String drop(String text, MatchResult token, Random random) {
    int at = token.start() + random.nextInt(token.group().length());
    return text.substring(0, at) + text.substring(at + 1);
  }

  private static String swap(String text, MatchResult token, MatchResult next) {
    return text.substring(0, token.start())
        + next.group()
        + text.substring(token.end(), next.start())
        + token.group()
        + text.substring(next.end());
  }

  private static String misspell(String text, MatchResult token, Random random) {
    if (!Character.isLetter(token.group().charAt(token.group().length() / 2))) {
      return text;
    }
    int at = token.start() + token.group().length() / 2;
    char other = (char) ('a' + random.nextInt(26));
    return text.substring(0, at) + other + text.substring(at + 1);
  }
}
