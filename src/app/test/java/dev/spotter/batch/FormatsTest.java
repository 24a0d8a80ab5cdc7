package dev.spotter.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the file, the same clients get the same assessments in the same order. */
class FormatsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> CLIENTS = Batches.clients(600, 11);

  @TempDir static Path folder;
  private static List<String> expected;

  @BeforeAll
  static void once() throws IOException {
    expected = assessed("clients.ndjson", bytes(String.join("\n", CLIENTS)));
    assertThat(expected).hasSize(CLIENTS.size());
    assertThat(expected.get(77)).startsWith("{\"id\":\"client-77\"").contains("\"assessed\"");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> assessed(String name, byte[] bytes) throws IOException {
    Path input = Files.createDirectories(folder.resolve("in")).resolve(name);
    Files.write(input, bytes);
    Path out = folder.resolve("out-" + name);
    Outcome outcome = Batches.run(Batches.order(out, input));
    assertThat(outcome.rejected())
        .as(Batches.lines(out.resolve("rejected.ndjson")).toString())
        .isZero();
    return Batches.lines(out.resolve("assessments.ndjson"));
  }

  @Test
  void oneListOfJson() throws IOException {
    String list = "\uFEFF [\n  " + String.join(" ,\n  ", CLIENTS) + "\n]\n";
    assertThat(assessed("list.json", bytes(list))).isEqualTo(expected);
  }

  @Test
  void documentsBehindOneAnother() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String client : CLIENTS) {
      all.append(JSON.readTree(client).toPrettyString()).append('\n');
    }
    assertThat(assessed("documents.json", bytes(all.toString()))).isEqualTo(expected);
    String lines = String.join("\r\n", CLIENTS);
    assertThat(assessed("lines.json", bytes(lines))).isEqualTo(expected);
  }

  @Test
  void aTable() throws IOException {
    for (String separator : List.of(",", ";", "\t")) {
      String name = "table-" + (int) separator.charAt(0) + ".csv";
      assertThat(assessed(name, bytes(table(separator)))).isEqualTo(expected);
    }
  }

  private static String table(String separator) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    TreeSet<String> columns = new TreeSet<>(List.of("id", "at"));
    for (String client : CLIENTS) {
      Map<String, String> row = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> section : JSON.readTree(client).properties()) {
        if (section.getValue().isValueNode()) {
          row.put(section.getKey(), section.getValue().asText());
        }
        for (Map.Entry<String, JsonNode> answer : section.getValue().properties()) {
          List<String> values = new ArrayList<>();
          answer.getValue().forEach(item -> values.add(item.asText()));
          String cell = values.isEmpty() ? answer.getValue().asText() : String.join("|", values);
          row.put(section.getKey() + "." + answer.getKey(), "\"" + cell + "\"");
        }
      }
      columns.addAll(row.keySet());
      rows.add(row);
    }
    StringBuilder table = new StringBuilder(String.join(separator, columns)).append("\r\n");
    for (Map<String, String> row : rows) {
      List<String> cells = columns.stream().map(c -> row.getOrDefault(c, "")).toList();
      table.append(String.join(separator, cells)).append("\r\n");
    }
    return table.toString();
  }

  @Test
  void yamlAsAListAndAsDocuments() throws IOException {
    StringBuilder list = new StringBuilder("# clients\n\n");
    StringBuilder documents = new StringBuilder("%YAML 1.2\n---\n");
    for (String client : CLIENTS) {
      String yaml = yaml(JSON.readTree(client));
      list.append("- ").append(yaml.replace("\n", "\n  ").strip()).append("\n\n");
      documents.append(yaml).append("# next\n---\n");
    }
    assertThat(assessed("list.yaml", bytes(list.toString()))).isEqualTo(expected);
    assertThat(assessed("documents.yml", bytes(documents.toString()))).isEqualTo(expected);
  }

  private static String yaml(JsonNode client) {
    StringBuilder yaml = new StringBuilder();
    for (Map.Entry<String, JsonNode> section : client.properties()) {
      yaml.append(section.getKey()).append(": ");
      if (section.getValue().isValueNode()) {
        yaml.append(section.getValue().asText()).append('\n');
        continue;
      }
      yaml.append('\n');
      for (Map.Entry<String, JsonNode> answer : section.getValue().properties()) {
        String value =
            answer.getValue().isArray() ? answer.getValue().toString() : answer.getValue().asText();
        yaml.append("  ").append(answer.getKey()).append(": ").append(value).append('\n');
      }
    }
    return yaml.toString();
  }

  @Test
  void packedByContentAndNotByName() throws IOException {
    byte[] half = bytes(String.join("\n", CLIENTS.subList(0, 300)) + "\n");
    byte[] rest = bytes(String.join("\n", CLIENTS.subList(300, 600)) + "\n");
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    for (byte[] part : List.of(half, rest)) {
      try (OutputStream out = new GZIPOutputStream(two)) {
        out.write(part);
      }
    }
    assertThat(assessed("two-members.ndjson.gz", two.toByteArray())).isEqualTo(expected);
    assertThat(assessed("misnamed.ndjson", two.toByteArray())).isEqualTo(expected);
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (byte[] part : List.of(half, rest)) {
      ByteArrayOutputStream one = new ByteArrayOutputStream();
      try (OutputStream out = new ZstdOutputStream(one)) {
        out.write(part);
      }
      frames.write(one.toByteArray());
    }
    assertThat(assessed("two-frames.ndjson.zst", frames.toByteArray())).isEqualTo(expected);
    Path out = folder.resolve("out-stdin");
    Batches.run(
        Batches.RULES,
        Batches.order(out, Path.of("-")),
        new ByteArrayInputStream(frames.toByteArray()));
    assertThat(Batches.lines(out.resolve("assessments.ndjson"))).isEqualTo(expected);
  }

  @Test
  void directoriesAndGlobsInOrderOfName() throws IOException {
    Path inputs = Files.createDirectories(folder.resolve("many"));
    for (int i = 0; i < 6; i++) {
      List<String> part = CLIENTS.subList(i * 100, i * 100 + 100);
      String text = i % 2 == 0 ? String.join("\n", part) : "[" + String.join(",", part) + "]";
      Files.writeString(inputs.resolve(i + (i % 2 == 0 ? ".ndjson" : ".json")), text);
    }
    Files.writeString(inputs.resolve("notes.txt"), "not an intake");
    Path out = folder.resolve("out-directory");
    Batches.run(Batches.order(out, inputs));
    assertThat(Batches.lines(out.resolve("assessments.ndjson"))).isEqualTo(expected);
    Path globbed = folder.resolve("out-glob");
    Path glob = Path.of(inputs + "/[0-9].*json");
    Batches.run(Batches.order(globbed, glob, inputs.resolve("0.ndjson")));
    assertThat(Batches.lines(globbed.resolve("assessments.ndjson"))).isEqualTo(expected);
  }
}
