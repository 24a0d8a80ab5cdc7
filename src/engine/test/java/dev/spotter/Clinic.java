package dev.spotter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The example projects as somebody else has them: copied away, and built against the engine's jar
 * in a local repository made for them, in front of the user's own.
 */
final class Clinic {
  private static final Path TARGET = Shipped.ROOT.resolve("src/engine/target");
  private static final Path REPOSITORY = TARGET.resolve("examples/repository");
  private static final Path WORK = TARGET.resolve("examples/work");

  private final Path engine;

  private Clinic(Path engine) {
    this.engine = engine;
  }

  /** Copies and builds them. */
  static Clinic built() throws IOException, InterruptedException {
    Clinic clinic = new Clinic(engine());
    clinic.install();
    copy(Shipped.ROOT.resolve("src/docs/examples"), WORK);
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    String user = System.getProperty("user.home") + "/.m2/repository";
    run(
        Path.of("-"),
        Shipped.ROOT.resolve(windows ? "mvnw.cmd" : "mvnw").toString(),
        "-q",
        "-B",
        "-ntp",
        "-Dmaven.repo.local=" + REPOSITORY,
        "-Dmaven.repo.local.tail=" + System.getProperty("maven.repo.local", user),
        "-f",
        WORK.resolve("pom.xml").toString(),
        "package");
    return clinic;
  }

  /** The jar of this build. */
  Path jar() {
    return engine;
  }

  /** A file or folder of an example. */
  Path at(String path) {
    return WORK.resolve(path);
  }

  /** The command that starts this very Java. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * Runs a command to its end.
   *
   * @param input the file it reads; {@code -} for none
   * @return what it wrote to standard output
   */
  static String run(Path input, String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(Files.createDirectories(TARGET.resolve("examples")), "o", "");
    Path err = Files.createTempFile(TARGET.resolve("examples"), "e", "");
    ProcessBuilder builder = new ProcessBuilder(command).directory(WORK.toFile());
    Files.createDirectories(WORK);
    if (Files.exists(input)) {
      builder.redirectInput(input.toFile());
    }
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    String said = Files.readString(out);
    if (process.waitFor() != 0) {
      throw new AssertionError(String.join(" ", command) + "\n" + said + Files.readString(err));
    }
    Files.delete(out);
    Files.delete(err);
    return said;
  }

  private static Path engine() throws IOException {
    try (Stream<Path> files = Files.list(TARGET)) {
      return files
          .filter(f -> f.getFileName().toString().matches("spotter-engine-[0-9.]+\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  private void install() throws IOException {
    String name = engine.getFileName().toString().replace(".jar", "");
    String version = name.substring("spotter-engine-".length());
    Path folder = REPOSITORY.resolve("dev/spotter/spotter-engine").resolve(version);
    Path parent = REPOSITORY.resolve("dev/spotter/spotter").resolve(version);
    put(engine, folder.resolve(name + ".jar"));
    put(Shipped.ROOT.resolve("src/engine/pom.xml"), folder.resolve(name + ".pom"));
    put(Shipped.ROOT.resolve("pom.xml"), parent.resolve("spotter-" + version + ".pom"));
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(from)) {
      all.filter(Files::isRegularFile).forEach(files::add);
    }
    for (Path file : files) {
      Path inside = from.relativize(file);
      if (!inside.toString().contains("target")) {
        put(file, to.resolve(inside));
      }
    }
  }

  private static void put(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.write(to, Files.readAllBytes(from));
  }
}
