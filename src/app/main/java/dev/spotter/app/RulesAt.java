package dev.spotter.app;

import dev.spotter.rules.RuleFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rules as they are in a folder, or as they were at a revision of git: {@code rules}, {@code
 * rules+my-rules}, {@code HEAD~1}, {@code v1.2:rules}.
 */
final class RulesAt {
  private static final String FOLDER = "rules";

  private RulesAt() {}

  /**
   * Reads them.
   *
   * @throws InputException if it is neither a folder nor a revision, or git is not there
   */
  static RuleFiles read(String named) {
    if (folder(named)) {
      return RuleFiles.read(List.of(Path.of(named)));
    }
    List<String> layers = List.of(named.split("\\+"));
    if (layers.size() > 1 && layers.stream().allMatch(RulesAt::folder)) {
      return RuleFiles.read(layers.stream().map(Path::of).toList());
    }
    return revision(named);
  }

  private static boolean folder(String name) {
    try {
      return Files.isDirectory(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static RuleFiles revision(String named) {
    int colon = named.indexOf(':');
    String revision = colon < 0 ? named : named.substring(0, colon);
    String folder = colon < 0 ? FOLDER : named.substring(colon + 1);
    if (revision.isEmpty() || revision.startsWith("-")) {
      throw new InputException("there is no rules folder " + named);
    }
    git(
        "there is no rules folder " + named + ", and git knows no such revision",
        "rev-parse",
        "--verify",
        "--quiet",
        revision + "^{commit}");
    String path = folder.startsWith("/") ? folder.substring(1) : "./" + folder;
    String missing = "there is no folder " + folder + " at the revision " + revision;
    String listed = git(missing, "ls-tree", "--full-tree", "-z", revision + ":" + path);
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String entry : listed.split("\0")) {
      int tab = entry.indexOf('\t');
      String[] facts = entry.substring(0, Math.max(0, tab)).split(" ");
      String name = entry.substring(tab + 1);
      if (facts.length == 3 && facts[1].equals("blob") && RuleFiles.belongs(name)) {
        files.put(name, bytes(missing, "cat-file", "blob", facts[2]));
      }
    }
    if (files.isEmpty()) {
      throw new InputException(missing + " with rules in it");
    }
    return new RuleFiles(revision + ":" + folder, files);
  }

  private static String git(String otherwise, String... arguments) {
    return new String(bytes(otherwise, arguments), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String otherwise, String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      git.getOutputStream().close();
      byte[] out = git.getInputStream().readAllBytes();
      if (git.waitFor() != 0) {
        throw new InputException(otherwise);
      }
      return out;
    } catch (IOException e) {
      throw new InputException("the command git cannot be run: " + otherwise);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while git was at work", e));
    }
  }
}
