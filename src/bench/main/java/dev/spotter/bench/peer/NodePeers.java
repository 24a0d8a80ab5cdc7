package dev.spotter.bench.peer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.spotter.bench.Inputs;
import dev.spotter.rules.Condition;
import dev.spotter.rules.Condition.Operand;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Recording;
import dev.spotter.rules.Rule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * json-rules-engine and GoRules zen, under Node: the rules and the clients are handed over as JSON.
 */
final class NodePeers {
  private static final Path SOURCE = Path.of("src/bench/main/node");

  private NodePeers() {}

  static List<Foreign> run(Common common, List<Recording> clients) throws IOException {
    Path folder = Inputs.WORK.resolve("node");
    Files.createDirectories(folder);
    for (String file : List.of("package.json", "peers.mjs")) {
      Files.copy(SOURCE.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(folder.resolve("node_modules"))) {
      Processes.output(folder, "npm", "install", "--no-audit", "--no-fund", "--silent");
    }
    write(folder.resolve("common.json"), common, clients);
    List<Foreign> engines = new ArrayList<>();
    for (String line : Processes.output(folder, "node", "peers.mjs", "common.json").split("\n")) {
      engines.add(read(line));
    }
    return engines;
  }

  private static void write(Path file, Common common, List<Recording> clients) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(file))) {
      json.writeStartObject();
      json.writeArrayFieldStart("rules");
      for (Rule rule : common.rules().rules()) {
        json.writeStartObject();
        json.writeArrayFieldStart("all");
        for (Pattern pattern : rule.patterns()) {
          condition(json, pattern.type(), pattern.condition());
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("clients");
      for (Recording client : clients) {
        client(json, client);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void condition(JsonGenerator json, String type, Condition condition)
      throws IOException {
    json.writeStartObject();
    if (condition instanceof Condition.Test test) {
      json.writeStringField("type", type);
      json.writeStringField("field", test.field());
      json.writeStringField("op", test.op().name());
      json.writeArrayFieldStart("values");
      for (Operand operand : test.operands()) {
        value(json, operand.value());
      }
      json.writeEndArray();
    } else {
      boolean all = condition instanceof Condition.All;
      json.writeArrayFieldStart(all ? "all" : "any");
      for (Condition part :
          all ? ((Condition.All) condition).parts() : ((Condition.Any) condition).parts()) {
        condition(json, type, part);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void client(JsonGenerator json, Recording client) throws IOException {
    json.writeStartObject();
    for (Recording.Told told : client.sections()) {
      json.writeObjectFieldStart(told.section().type());
      for (int i = 0; i < told.values().length; i++) {
        json.writeFieldName(told.section().questions().get(i).field());
        value(json, told.values()[i]);
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Set<?> set) {
      json.writeStartArray();
      for (Object one : set) {
        json.writeString((String) one);
      }
      json.writeEndArray();
    } else if (value instanceof Number number) {
      json.writeNumber(new BigDecimal(number.toString()));
    } else if (value == null) {
      json.writeNull();
    } else {
      json.writeString((String) value);
    }
  }

  private static Foreign read(String line) throws IOException {
    String name = "";
    double micros = 0;
    List<BitSet> fired = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(line)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        switch (token) {
          case VALUE_STRING -> name = json.getText();
          case VALUE_NUMBER_FLOAT -> micros = json.getDoubleValue();
          case START_ARRAY -> fired.add(new BitSet());
          case VALUE_NUMBER_INT -> fired.get(fired.size() - 1).set(json.getIntValue());
          default -> {}
        }
      }
    }
    return new Foreign(name, micros, fired.subList(1, fired.size()));
  }
}
