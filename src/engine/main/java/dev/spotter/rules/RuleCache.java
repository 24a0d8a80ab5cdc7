package dev.spotter.rules;

import dev.spotter.history.Exercises;
import dev.spotter.vocabulary.Vocabulary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rule sets that were read and checked before, so that a short command need not do it again: most
 * of its time. An entry is taken only if it was made by this program of just these bytes and is
 * whole, by SHA-256, and lies in a folder that only this user can write; otherwise the folder is
 * checked as if there were none. Safe for several processes at once.
 */
public final class RuleCache {
  private static final int KEPT = 16;
  private static final int DIGEST = 32;
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private final Path folder;
  private final String program;
  private final Consumer<String> doubts;

  /**
   * @param folder of this user alone
   * @param program which build this is: another build may read the same rules otherwise
   * @param doubts told why an entry or the folder is not used; never an answer of a client
   */
  public RuleCache(Path folder, String program, Consumer<String> doubts) {
    this.folder = folder;
    this.program = program;
    this.doubts = doubts;
  }

  /**
   * The rules of these files, ready to run, as {@link RuleSet#of(RuleFiles)}.
   *
   * @throws RulesRefused if anything in them is wrong, with all that is
   */
  public RuleSet of(RuleFiles files) {
    if (!ours()) {
      return RuleSet.of(files);
    }
    String key = key(files);
    Path entry = folder.resolve(key + ".rules");
    CheckedRules kept = kept(entry, key);
    if (kept != null) {
      return running(files, kept);
    }
    Checked checked = Checked.of(files);
    RuleSet rules = checked.compiled();
    keep(entry, key, checked.contents());
    return rules;
  }

  private static RuleSet running(RuleFiles files, CheckedRules kept) {
    Vocabulary vocabulary = new Vocabulary(kept.sections(), kept.causes(), kept.remedies());
    return new RuleSet(
        files,
        vocabulary,
        kept.scale(),
        kept.rules(),
        new RuleSet.Data(
            kept.citations(),
            kept.words(),
            kept.subtypes(),
            kept.codes(),
            new Exercises(kept.lifts())),
        OwnLoader.during(() -> Mixed.of(vocabulary, kept.rules())));
  }

  private boolean ours() {
    try {
      PosixFileAttributes of =
          Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (of.isDirectory()
          && of.owner().getName().equals(System.getProperty("user.name"))
          && of.permissions().stream().noneMatch(OTHERS::contains)) {
        return true;
      }
      doubts.accept(folder + " can be written by others, so checked rules are not kept there");
    } catch (IOException | UnsupportedOperationException e) {
      doubts.accept("checked rules cannot be kept in " + folder + ": " + e);
    }
    return false;
  }

  /** What an entry must begin with: of what, and by what, it was made. */
  private String key(RuleFiles files) {
    return HexFormat.of()
        .formatHex(sha256().digest((files.id() + "\n" + program).getBytes(StandardCharsets.UTF_8)));
  }

  private @Nullable CheckedRules kept(Path entry, String key) {
    try {
      if (!Files.exists(entry, LinkOption.NOFOLLOW_LINKS)) {
        return null;
      }
      byte[] bytes = Files.readAllBytes(entry);
      byte[] head = key.getBytes(StandardCharsets.UTF_8);
      int body = bytes.length - DIGEST;
      MessageDigest digest = sha256();
      digest.update(bytes, 0, Math.max(0, body));
      if (body > head.length
          && Arrays.equals(bytes, 0, head.length, head, 0, head.length)
          && Arrays.equals(Arrays.copyOfRange(bytes, body, bytes.length), digest.digest())) {
        return Packing.unpack(bytes, head.length, body - head.length);
      }
      doubts.accept(entry + " is damaged or not ours: the rules are checked anew");
    } catch (IOException e) {
      doubts.accept(entry + " cannot be read, so the rules are checked anew: " + e);
    }
    return null;
  }

  /** Keeps what can be read back as it was; the answers do not depend on whether it can. */
  private void keep(Path entry, String key, CheckedRules contents) {
    byte[] packed = Packing.pack(contents);
    try {
      if (!contents.equals(Packing.unpack(packed, 0, packed.length))) {
        throw new IOException("what was packed reads otherwise");
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(packed.length + 2 * DIGEST);
      bytes.write(key.getBytes(StandardCharsets.UTF_8));
      bytes.write(packed);
      bytes.write(sha256().digest(bytes.toByteArray()));
      Path made = Files.createTempFile(folder, "rules", ".making");
      Files.write(made, bytes.toByteArray());
      Files.move(made, entry, StandardCopyOption.ATOMIC_MOVE);
      forget();
    } catch (IOException e) {
      doubts.accept("the checked rules are not kept: " + e);
    }
  }

  /** Leaves the newest entries: every edit of a rule makes another. */
  private void forget() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> old =
          entries
              .filter(e -> e.toString().endsWith(".rules"))
              .sorted(Comparator.comparing(RuleCache::age))
              .skip(KEPT)
              .toList();
      for (Path entry : old) {
        Files.deleteIfExists(entry);
      }
    }
  }

  /** The greater, the older; what another process has just deleted is the oldest. */
  private static long age(Path entry) {
    return -entry.toFile().lastModified();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
