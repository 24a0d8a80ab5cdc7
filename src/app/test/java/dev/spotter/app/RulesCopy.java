package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A copy of the shipped rules that a test may edit. */
record RulesCopy(Path folder) {

  static RulesCopy in(Path parent, String name) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(name));
    try (Stream<Path> files = Files.list(Run.ROOT.resolve("rules"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    return new RulesCopy(folder);
  }

  RulesCopy edit(String file, String old, String fresh) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(old);
    Files.writeString(path, text.replace(old, fresh));
    return this;
  }

  /** Every file's text by name. */
  Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
