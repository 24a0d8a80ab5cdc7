package dev.spotter.ehr;

import com.fasterxml.jackson.databind.JsonNode;

/** A page that shows cards; every value of theirs is escaped. */
final class CardPage {
  private static final String STYLE =
      "body{font:16px sans-serif;max-width:50em;margin:2em auto}"
          + ".card{border-left:8px solid #888;padding:0 1em;margin:1em 0}"
          + ".critical{border-color:#b00}.warning{border-color:#d80}.info{border-color:#07a}"
          + "pre{white-space:pre-wrap}";

  private CardPage() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String page(String title, String body) {
    return "<!doctype html><meta charset=utf-8><title>"
        + escaped(title)
        + "</title><style>"
        + STYLE
        + "</style><h1>"
        + escaped(title)
        + "</h1>"
        + body;
  }

  /** The cards of one patient, each with a way to accept or override it. */
  static String cards(String patient, JsonNode answer) {
    StringBuilder out = new StringBuilder();
    for (JsonNode card : answer.path("cards")) {
      out.append("<div class=\"card ").append(escaped(text(card, "indicator"))).append("\"><h2>");
      out.append(escaped(text(card, "summary"))).append("</h2>");
      for (JsonNode suggestion : card.path("suggestions")) {
        out.append(button(patient, card, "accept", text(suggestion, "uuid"), suggestion, "label"));
      }
      for (JsonNode reason : card.path("overrideReasons")) {
        out.append(button(patient, card, "override", text(reason, "code"), reason, "display"));
      }
      out.append(Rendered.html(text(card, "detail"))).append("</div>");
    }
    return page("Patient " + patient, out.isEmpty() ? "<p>No cards.</p>" : out.toString());
  }

  private static String button(
      String patient, JsonNode card, String act, String value, JsonNode of, String words) {
    return "<form method=post action=\"/feedback/"
        + escaped(act + "/" + text(card, "uuid") + "/" + value)
        + "\"><button>"
        + escaped(text(of, words))
        + "</button></form>";
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}
