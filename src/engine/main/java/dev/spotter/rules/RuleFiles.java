package dev.spotter.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A snapshot of a rules folder: names and bytes, read once; the bytes are not to be changed.
 *
 * @param origin where it came from, for people
 * @param files bytes by name, sorted by name
 */
public record RuleFiles(String origin, SortedMap<String, byte[]> files) {
  private static final String PACKED = "/dev/spotter/rules/";

  public RuleFiles {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * Reads folders; a file of a later folder stands in for the file of that name in an earlier one.
   *
   * @throws UncheckedIOException if a folder is not there or cannot be read
   */
  public static RuleFiles read(List<Path> folders) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Path folder : folders) {
      try (Stream<Path> entries = Files.list(folder)) {
        for (Path entry : entries.filter(RuleFiles::belongs).sorted().toList()) {
          files.put(String.valueOf(entry.getFileName()), Files.readAllBytes(entry));
        }
      } catch (NoSuchFileException e) {
        throw new UncheckedIOException("there is no rules folder " + folder, e);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the rules folder " + folder, e);
      }
    }
    return new RuleFiles(String.join(" + ", folders.stream().map(Path::toString).toList()), files);
  }

  /**
   * The rules packed in the jar.
   *
   * @throws UncheckedIOException if the jar holds none
   */
  public static RuleFiles packed() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String name : new String(resource("INDEX"), StandardCharsets.UTF_8).split("\n")) {
      if (!name.isBlank()) {
        files.put(name.strip(), resource(name.strip()));
      }
    }
    return new RuleFiles("packed in the jar", files);
  }

  private static byte[] resource(String name) {
    try (InputStream in = RuleFiles.class.getResourceAsStream(PACKED + name)) {
      if (in == null) {
        throw new IOException("the jar holds no " + PACKED + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean belongs(Path file) {
    return Files.isRegularFile(file) && belongs(String.valueOf(file.getFileName()));
  }

  /** True if a file of this name is part of the rules of its folder. */
  public static boolean belongs(String name) {
    return !name.startsWith(".") && (name.endsWith(".drl") || name.endsWith(".yaml"));
  }

  /** Files whose change changes answers: rules, citations, lifts and words; not cases. */
  private static boolean decides(String name) {
    return name.endsWith(".drl")
        || name.equals("sources.yaml")
        || name.equals("exercises.yaml")
        || name.startsWith("messages");
  }

  /** {@code sha256:} and the digest over sorted names and bytes of all that decides an answer. */
  public String id() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        if (decides(file.getKey())) {
          digest.update(
              (file.getKey() + "\0" + file.getValue().length + "\0")
                  .getBytes(StandardCharsets.UTF_8));
          digest.update(file.getValue());
        }
      }
      return "sha256:" + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
