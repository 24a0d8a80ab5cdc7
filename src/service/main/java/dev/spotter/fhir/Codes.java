package dev.spotter.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.vocabulary.Question.Choice;
import java.util.ArrayList;
import java.util.List;

/** The answers as codes: a code system a question, since a code means what its question says. */
final class Codes {
  private final Urls urls;
  private final String version;

  Codes(Urls urls, String version) {
    this.urls = urls;
    this.version = version;
  }

  /** One answer; without words where the item has no such option. */
  ObjectNode coding(Item item, String code) {
    ObjectNode coding = Json.object().put("system", urls.codes(item.linkId())).put("code", code);
    String display = item.display(code);
    return display == null ? coding : coding.put("display", display);
  }

  /** A code system for each item with options. */
  List<ObjectNode> systems(Form form) {
    List<ObjectNode> systems = new ArrayList<>();
    for (Item item : form.all()) {
      if (!item.options().isEmpty()) {
        systems.add(system(item));
      }
    }
    return List.copyOf(systems);
  }

  private ObjectNode system(Item item) {
    ObjectNode system =
        Json.resource("CodeSystem")
            .put("id", item.linkId())
            .put("url", urls.codes(item.linkId()))
            .put("version", version)
            .put("name", "Answers_" + item.linkId().replace('.', '_').replace('-', '_'))
            .put("title", item.text())
            .put("status", "active")
            .put("caseSensitive", true)
            .put("content", "complete")
            .put("count", item.options().size());
    ArrayNode concepts = system.putArray("concept");
    for (Choice option : item.options()) {
      concepts.addObject().put("code", option.id()).put("display", option.label());
    }
    return system;
  }
}
