package dev.spotter.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of the command, in this process, with what it printed. */
record Run(int exit, String out, String err) {
  /** The project's root. */
  static final Path ROOT =
      Path.of(System.getProperty("spotter.root", "../..")).toAbsolutePath().normalize();

  static Run spotter(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The same with the shipped rules. */
  static Run shipped(String command, String... args) {
    List<String> all =
        new ArrayList<>(List.of(command, "--rules", ROOT.resolve("rules").toString()));
    all.addAll(List.of(args));
    return spotter(all.toArray(String[]::new));
  }

  static String client(String name) {
    return ROOT.resolve("facts/clients").resolve(name).toString();
  }
}
