package dev.spotter.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.intake.Limits;
import dev.spotter.intake.Problem;
import dev.spotter.intake.Reading;
import dev.spotter.intake.RecordReader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a QuestionnaireResponse: checks what FHIR demands, and gives its answers to the engine's
 * own reader, so that there is one opinion on what may be answered.
 */
final class ResponseReader {
  private static final Set<String> ELEMENTS =
      Set.of(
          "resourceType",
          "id",
          "meta",
          "language",
          "text",
          "contained",
          "extension",
          "identifier",
          "basedOn",
          "partOf",
          "questionnaire",
          "status",
          "subject",
          "encounter",
          "authored",
          "author",
          "source",
          "item");
  private static final Set<String> STATUS = Set.of("completed", "amended");
  private static final Pattern INSTANT =
      Pattern.compile(
          "\\d{4}(-\\d\\d(-\\d\\d"
              + "(T\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d))?)?)?");
  private static final Pattern START = Pattern.compile("(history\\.sessions\\[\\d+])\\.start");

  private final Form form;
  private final Urls urls;
  private final String version;
  private final RecordReader engine;

  ResponseReader(Form form, Urls urls, String version) {
    this.form = form;
    this.urls = urls;
    this.version = version;
    this.engine = new RecordReader(form.vocabulary(), Limits.USUAL);
  }

  Reading read(String source, byte[] bytes) {
    RecordReader.Origin origin = new RecordReader.Origin(source, 1, source);
    if (bytes.length > Limits.USUAL.characters()) {
      return RecordReader.refuse(origin, "too-long", "the resource is too long", "split it");
    }
    try {
      return read(origin, Json.read(bytes));
    } catch (CharacterCodingException e) {
      return RecordReader.refuse(origin, "bad-utf8", "FHIR is UTF-8, this is not", "save it so");
    } catch (JsonProcessingException e) {
      // Jackson's own words quote the text, which may be private.
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      String message = "not one resource of JSON, or with a key twice, or too deep";
      Problem problem = new Problem(source, "", line, column, "syntax", message, null, null);
      return new Reading.Rejected(null, List.of(problem));
    }
  }

  private Reading read(RecordReader.Origin origin, JsonNode response) {
    if (!response.path("resourceType").asText().equals("QuestionnaireResponse")) {
      return RecordReader.refuse(
          origin, Found.WRONG_TYPE, "this is not a QuestionnaireResponse", "look at resourceType");
    }
    Found found = new Found(origin.source());
    found.strangers(response, ELEMENTS, "");
    canonical(response.path("questionnaire").asText(""), found);
    if (!STATUS.contains(response.path("status").asText())) {
      found.error(
          Found.WRONG_STATUS,
          "status",
          "only a response that is completed or amended is assessed",
          null);
    }
    ObjectNode intake = Json.object();
    String id = Subject.id(response);
    if (id != null) {
      intake.put("id", id);
    }
    authored(response, intake, found);
    new ItemReader(form, urls, found).read(response.get("item"), intake);
    return joined(found, engine.json(origin, Json.bytes(intake)));
  }

  private void canonical(String told, Found found) {
    int bar = told.indexOf('|');
    String url = bar < 0 ? told : told.substring(0, bar);
    if (!url.equals(urls.questionnaire())) {
      found.error(
          Found.WRONG_QUESTIONNAIRE,
          "questionnaire",
          "this answers another questionnaire, or does not say which",
          "it is " + urls.questionnaire());
    } else if (bar >= 0 && !told.substring(bar + 1).equals(version)) {
      found.warning(
          Found.WRONG_QUESTIONNAIRE,
          "questionnaire",
          "this answers another version of the questionnaire; each answer was held against this one",
          "this is " + version);
    }
  }

  private static void authored(JsonNode response, ObjectNode intake, Found found) {
    JsonNode authored = response.get("authored");
    if (authored == null) {
      return;
    }
    if (authored.isTextual() && INSTANT.matcher(authored.asText()).matches()) {
      intake.set("at", authored);
    } else {
      found.error(
          Found.BAD_TIME, "authored", "this is not a time", "write 2026-11-20T18:00:00+01:00");
    }
  }

  private static Reading joined(Found found, Reading reading) {
    List<Problem> problems = new ArrayList<>(found.all());
    reading.problems().forEach(p -> problems.add(placed(p)));
    if (reading instanceof Reading.Read read && !found.bad()) {
      return new Reading.Read(read.intake(), List.copyOf(problems));
    }
    String id =
        reading instanceof Reading.Read read
            ? read.intake().id()
            : ((Reading.Rejected) reading).id();
    return new Reading.Rejected(id, List.copyOf(problems));
  }

  /** What the engine says of its intake, said of the response; its lines are not the sender's. */
  private static Problem placed(Problem p) {
    Matcher start = START.matcher(p.path());
    String path =
        switch (p.path()) {
          case "id" -> "subject";
          case "at" -> "authored";
          default -> start.matches() ? start.group(1) + ".date" : p.path();
        };
    return new Problem(p.source(), path, 0, 0, p.code(), p.message(), p.value(), p.help());
  }
}
