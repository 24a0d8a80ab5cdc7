package dev.spotter.check;

import dev.spotter.Shipped;
import dev.spotter.rules.RuleFiles;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An example of a page or a guide, laid over the shipped rules.
 *
 * @param info what stands behind the fence: {@code drl}, {@code drl latin-1}, {@code yaml
 *     sources.yaml}
 * @param text what it holds
 */
record Example(String info, String text) {
  static final String HEAD = "package spotter\nimport dev.spotter.fact.*\n\n";

  /** The fenced blocks of a Markdown text, from one word on to another. */
  static List<Example> between(String markdown, String from, String to) {
    int start = markdown.indexOf(from);
    int end = markdown.indexOf(to, start);
    String part = markdown.substring(start, end < 0 ? markdown.length() : end);
    List<Example> examples = new ArrayList<>();
    String[] pieces = part.split("(?m)^```");
    for (int i = 1; i < pieces.length; i += 2) {
      int line = pieces[i].indexOf('\n');
      examples.add(
          new Example(pieces[i].substring(0, line).strip(), pieces[i].substring(line + 1)));
    }
    return examples;
  }

  private String file() {
    return info.startsWith("yaml") ? info.substring("yaml ".length()) : "example.drl";
  }

  private byte[] bytes() {
    if (info.startsWith("yaml")) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    String whole = text.contains("package ") ? text : HEAD + text;
    return switch (info) {
      case "drl latin-1" -> whole.getBytes(StandardCharsets.ISO_8859_1);
      case "drl bom" -> ("\uFEFF" + whole).getBytes(StandardCharsets.UTF_8);
      default -> whole.getBytes(StandardCharsets.UTF_8);
    };
  }

  /** The shipped rules with these examples in them; to a shipped file an example is added. */
  static RuleFiles over(List<Example> examples) {
    SortedMap<String, byte[]> files = new TreeMap<>(Shipped.files());
    for (Example example : examples) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] before = files.getOrDefault(example.file(), new byte[0]);
      bytes.write(before, 0, before.length);
      bytes.writeBytes(example.bytes());
      files.put(example.file(), bytes.toByteArray());
    }
    return new RuleFiles("shipped, with an example", files);
  }
}
