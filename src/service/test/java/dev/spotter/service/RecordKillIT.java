package dev.spotter.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.record.RecordView;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed at any moment under load: nothing that was acknowledged is lost, and the chain is whole.
 */
class RecordKillIT {
  private static final int KILLS = Integer.getInteger("spotter.kills", 3);
  private static final int CALLERS = 4;
  private static final long SEED = Long.getLong("spotter.seed", System.nanoTime());

  @TempDir Path folder;

  private Map<String, String> settings(String url) {
    Map<String, String> settings = new HashMap<>();
    settings.put("SPOTTER_RECORD_URL", url);
    settings.put("SPOTTER_RECORD_KEY", folder.resolve("site.key").toString());
    settings.put("SPOTTER_RECORD_ANCHOR", folder.resolve("anchor").toString());
    settings.put("SPOTTER_RULES", Running.RULES.toString());
    settings.put("SPOTTER_LISTEN", "127.0.0.1:0");
    settings.put("SPOTTER_LIMITS_REQUESTS_PER_MINUTE", "0");
    return settings;
  }

  private void whole(Map<String, String> settings, Load load, String what) {
    RecordView record = RecordView.open(SettingsReader.read(null, settings).record());
    assertThat(record.audit()).isEmpty();
    assertThat(load.unrecorded).hasValue(0);
    assertThat(load.acknowledged).isNotEmpty().doesNotHaveDuplicates();
    assertThat(load.acknowledged).allMatch(id -> record.decision(id) != null);
    System.out.println(
        what
            + " killed "
            + KILLS
            + " times: "
            + load.acknowledged.size()
            + " acknowledged, "
            + record.size()
            + " rows, "
            + load.refused
            + " refused");
  }

  @Test
  void theServiceOnSqlite() throws Exception {
    System.out.println("kill: seed " + SEED);
    Random random = new Random(SEED);
    Map<String, String> settings = settings("jdbc:sqlite:" + folder.resolve("record.db"));
    AtomicInteger port = new AtomicInteger(1);
    Process service = serve(settings, port);
    try (Load load = new Load(port::get, CALLERS)) {
      for (int i = 0; i < KILLS; i++) {
        load.more(50 + random.nextInt(100));
        service.destroyForcibly().waitFor();
        service = serve(settings, port);
      }
      load.more(20);
      load.close();
      service.destroyForcibly().waitFor();
      whole(settings, load, "service");
    } finally {
      service.destroyForcibly();
    }
  }

  private Process serve(Map<String, String> settings, AtomicInteger port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.spotter.service.Served"));
    builder.environment().putAll(settings);
    Process process = builder.redirectError(folder.resolve("err").toFile()).start();
    BufferedReader out =
        new BufferedReader(
            new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    assertThat(line).as(Files.readString(folder.resolve("err"))).startsWith("port ");
    port.set(Integer.parseInt(line.substring(5)));
    return process;
  }

  @Test
  void postgres() throws Exception {
    Random random = new Random(SEED);
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    EmbeddedPostgres postgres = database(free);
    Map<String, String> settings = settings(postgres.getJdbcUrl("postgres", "postgres"));
    try (Running running = Running.with(settings);
        Load load = new Load(running::port, CALLERS)) {
      for (int i = 0; i < KILLS; i++) {
        load.more(50 + random.nextInt(100));
        kill();
        postgres.close();
        postgres = database(free);
      }
      load.more(20);
      load.close();
      whole(settings, load, "PostgreSQL");
    } finally {
      postgres.close();
    }
  }

  private EmbeddedPostgres database(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .start();
  }

  /** The server and all that it started. */
  private void kill() throws Exception {
    Path file = folder.resolve("data/postmaster.pid");
    ProcessHandle server =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip())).orElseThrow();
    List<ProcessHandle> all = server.descendants().toList();
    server.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    server.onExit().join();
    Files.deleteIfExists(file);
  }
}
