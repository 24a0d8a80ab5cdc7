package dev.spotter.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.spotter.cases.Vignette;
import dev.spotter.cases.VignetteFile;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Clients as they come: each is one of the stories with some answers drawn anew, left open as often
 * and answered as often in each way as in all stories together. So they stay coherent and are not
 * all calm or all in danger. The same seed draws the same clients.
 */
final class Drawn {
  /** One answer in so many is drawn anew. */
  private static final int REDRAWN = 8;

  private static final String AT = "2026-11-20T09:00:00Z";

  private final Vocabulary vocabulary;
  private final List<Map<String, @Nullable Object>> stories = new ArrayList<>();

  /** By question, what each story says; null where it says nothing. */
  private final Map<String, List<@Nullable Object>> said = new HashMap<>();

  Drawn(Vocabulary vocabulary, Path vignettes) throws IOException {
    this.vocabulary = vocabulary;
    try (Stream<Path> files = Files.walk(vignettes)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        VignetteFile.read(file.toString(), Files.readAllBytes(file)).stream()
            .map(Vignette::intake)
            .forEach(stories::add);
      }
    }
    for (Question question : vocabulary.questions()) {
      List<@Nullable Object> answers = new ArrayList<>();
      stories.forEach(s -> answers.add(section(s, question).get(question.field())));
      said.put(question.id(), answers);
    }
  }

  /** One client as a line of JSON. */
  String line(int number, Random random) throws IOException {
    Map<String, @Nullable Object> client = new LinkedHashMap<>();
    client.put("id", "client-" + number);
    client.put("at", AT);
    client.putAll(stories.get(random.nextInt(stories.size())));
    for (Question question : vocabulary.questions()) {
      if (random.nextInt(REDRAWN) == 0) {
        Map<String, @Nullable Object> section = new LinkedHashMap<>(section(client, question));
        Object answer = said.get(question.id()).get(random.nextInt(stories.size()));
        if (answer == null) {
          section.remove(question.field());
        } else {
          section.put(question.field(), answer);
        }
        client.put(question.section(), section);
      }
    }
    StringWriter line = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
      write(json, client, "");
    }
    return line.toString();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> section(
      Map<String, @Nullable Object> client, Question question) {
    Object section = client.get(question.section());
    return section == null ? Map.of() : (Map<String, @Nullable Object>) section;
  }

  private void write(JsonGenerator json, @Nullable Object value, String path) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String key = String.valueOf(entry.getKey());
        json.writeFieldName(key);
        write(json, entry.getValue(), path.isEmpty() ? key : path + "." + key);
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object one : list) {
        write(json, one, path);
      }
      json.writeEndArray();
    } else {
      String text = String.valueOf(value);
      Question question = vocabulary.question(path);
      boolean mayBeNumber = question == null || question.kind().number();
      if (mayBeNumber && text.matches("-?\\d+(\\.\\d+)?")) {
        json.writeNumber(text);
      } else {
        json.writeString(text);
      }
    }
  }
}
