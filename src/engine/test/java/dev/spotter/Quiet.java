package dev.spotter;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * A program that loads the rules and assesses, and tells which files and sockets it used besides
 * the class path. An argument names a file to be read as well, to see that this would be told.
 */
public final class Quiet {
  private static final List<String> WATCHED =
      List.of("jdk.FileRead", "jdk.FileWrite", "jdk.SocketRead", "jdk.SocketWrite");

  private Quiet() {}

  public static void main(String[] args) throws IOException {
    Path dump = Files.createTempFile("quiet", ".jfr");
    try (Recording recording = new Recording()) {
      WATCHED.forEach(event -> recording.enable(event).withoutThreshold().withStackTrace());
      recording.start();
      if (args.length > 0) {
        plant(Path.of(args[0]));
      }
      // As in a thread of a host that knows no Drools.
      Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
      assess();
      recording.stop();
      recording.dump(dump);
    }
    TreeSet<String> used = new TreeSet<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(dump)) {
      String what = event.getString(event.hasField("path") ? "path" : "address");
      if (what != null && !ofJava(what)) {
        used.add(event.getEventType().getName() + " " + what);
      }
    }
    Files.delete(dump);
    used.forEach(System.out::println);
    System.out.println("done");
  }

  private static void assess() {
    Spotter spotter = Spotter.packed();
    var client = spotter.intake("gabi").answer("nerves.saddle", "yes").read().intake();
    spotter.assess(client, true);
    spotter.why(client, null);
    spotter.whyNot(client, "self-care");
  }

  /** The class path, what Java itself consists of, and chance: Drools names its bases by it. */
  private static boolean ofJava(String path) {
    return path.equals("/dev/urandom")
        || path.startsWith(System.getProperty("java.home"))
        || List.of(
                System.getProperty("java.class.path").split(System.getProperty("path.separator")))
            .stream()
            .anyMatch(path::startsWith);
  }

  private static void plant(Path file) throws IOException {
    Files.readAllBytes(file);
    try (ServerSocket server = new ServerSocket(0);
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket other = server.accept()) {
      client.getOutputStream().write(1);
      other.getInputStream().read();
    }
  }
}
