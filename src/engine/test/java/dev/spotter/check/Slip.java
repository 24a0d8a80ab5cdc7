package dev.spotter.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private static final String KEYS = "abcdefghijklmnopqrstuvwxyz0123456789-";

  /**
   * The files with all other rules cut out, so that it shows quickly what would be refused anyway;
   * the whole of them if it is not in a rule.
   */
  Map<String, byte[]> apart(Map<String, byte[]> declares, Map<String, byte[]> files) {
    List<String> before =
        new String(Objects.requireNonNull(files.get(file)), StandardCharsets.UTF_8)
            .lines()
            .toList();
    int from = line - 1;
    while (from > 0 && !begins(before.get(from))) {
      from--;
    }
    if (!before.get(from).startsWith("rule ")) {
      return in(files);
    }
    int to = from + 1;
    while (to < before.size() && !begins(before.get(to))) {
      to++;
    }
    String rule = String.join("\n", text.lines().toList().subList(from, to));
    Map<String, byte[]> apart = new TreeMap<>(declares);
    apart.put(
        "slip.drl",
        ("package spotter\nimport dev.spotter.fact.*\n" + rule + "\n")
            .getBytes(StandardCharsets.UTF_8));
    return apart;
  }

  private static boolean begins(String line) {
    return line.startsWith("rule ") || line.startsWith("declare ");
  }

  /** The files with this slip. */
  Map<String, byte[]> in(Map<String, byte[]> files) {
    Map<String, byte[]> slipped = new TreeMap<>(files);
    slipped.put(file, text.getBytes(StandardCharsets.UTF_8));
    return slipped;
  }

  /** Slips of the rules and declares in some files, not of remarks or reasons. */
  static final class Source {
    private final List<Token> tokens = new ArrayList<>();
    private final Random random;

    /** A word of a file; tokens of one rule or declare, or of one line outside, are of a piece. */
    private record Token(String file, String text, int piece, MatchResult at) {
      String word() {
        return at.group();
      }

      String replaced(String word) {
        return text.substring(0, at.start()) + word + text.substring(at.end());
      }
    }

    Source(Map<String, byte[]> files, Random random) {
      this.random = random;
      files.forEach(
          (name, bytes) -> {
            if (name.endsWith(".drl")) {
              read(name, new String(bytes, StandardCharsets.UTF_8));
            }
          });
    }

    private void read(String file, String text) {
      int piece = 0;
      int start = 0;
      for (String line : text.split("\n", -1)) {
        if (begins(line)) {
          piece = start;
        }
        if (!line.strip().startsWith("//")) {
          int of = piece;
          TOKEN
              .matcher(text)
              .region(start, start + line.length())
              .results()
              .filter(t -> !t.group().contains(" "))
              .forEach(t -> tokens.add(new Token(file, text, of, t)));
        }
        start += line.length() + 1;
      }
    }

    /** The next slip: a character dropped, two words swapped, or a word misspelt. */
    Slip next() {
      while (true) {
        int at = random.nextInt(tokens.size());
        Token token = tokens.get(at);
        String changed =
            switch (random.nextInt(4)) {
              case 0 -> token.replaced(without(token.word()));
              case 1 -> swapped(token, tokens.get((at + 1) % tokens.size()));
              case 2 -> swapped(token, ofSamePiece(at));
              default -> token.replaced(misspelt(token.word()));
            };
        if (!changed.equals(token.text())) {
          return slip(token, changed);
        }
      }
    }

    private static Slip slip(Token token, String changed) {
      List<String> before = token.text().lines().toList();
      List<String> after = changed.lines().toList();
      StringBuilder what = new StringBuilder();
      int first = 0;
      for (int i = 0; i < before.size(); i++) {
        if (!before.get(i).equals(after.get(i))) {
          first = first == 0 ? i + 1 : first;
          what.append(before.get(i).strip()).append("\n      became ");
          what.append(after.get(i).strip()).append("\n      ");
        }
      }
      return new Slip(token.file(), first, what.toString().strip(), changed);
    }

    private Token ofSamePiece(int at) {
      Token token = tokens.get(at);
      int from = at;
      while (from > 0 && same(tokens.get(from - 1), token)) {
        from--;
      }
      int to = at;
      while (to + 1 < tokens.size() && same(tokens.get(to + 1), token)) {
        to++;
      }
      return tokens.get(from + random.nextInt(to - from + 1));
    }

    private static boolean same(Token a, Token b) {
      return a.piece() == b.piece() && a.file().equals(b.file());
    }

    private String without(String word) {
      int at = random.nextInt(word.length());
      return word.substring(0, at) + word.substring(at + 1);
    }

    private static String swapped(Token one, Token other) {
      if (!one.file().equals(other.file())) {
        return one.text();
      }
      boolean inOrder = one.at().start() < other.at().start();
      MatchResult a = inOrder ? one.at() : other.at();
      MatchResult b = inOrder ? other.at() : one.at();
      return a == b || one.at().start() == other.at().start()
          ? one.text()
          : one.text().substring(0, a.start())
              + b.group()
              + one.text().substring(a.end(), b.start())
              + a.group()
              + one.text().substring(b.end());
    }

    /** A character mistyped, doubled, added, or changed places with the next. */
    private String misspelt(String word) {
      if (word.length() < 2 || word.chars().noneMatch(Character::isLetter)) {
        return word;
      }
      int at = random.nextInt(word.length() - 1);
      char key = KEYS.charAt(random.nextInt(KEYS.length()));
      String before = word.substring(0, at);
      return switch (random.nextInt(4)) {
        case 0 -> before + key + word.substring(at + 1);
        case 1 -> before + word.charAt(at) + word.substring(at);
        case 2 -> before + key + word.substring(at);
        default -> before + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
      };
    }
  }
}
