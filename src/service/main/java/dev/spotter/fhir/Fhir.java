package dev.spotter.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.assess.Assessment;
import dev.spotter.intake.Intake;
import dev.spotter.intake.Problem;
import dev.spotter.intake.Reading;
import dev.spotter.rules.RuleFailed;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The door to FHIR R4: what a rule set asks as a Questionnaire, answers in, guidance out.
 *
 * <pre>{@code
 * Fhir fhir = Fhir.of(spotter.rules());
 * Reading reading = fhir.intake("request", bytes);
 * ObjectNode answer =
 *     reading instanceof Reading.Read read
 *         ? fhir.answer(spotter.assess(read.intake()), read)
 *         : fhir.outcome((Reading.Rejected) reading);
 * }</pre>
 *
 * <p>Belongs to one rule set for good; make another when the rules change. Immutable and safe for
 * many threads. Takes and gives no nulls. Every node that is returned is new and the caller's own.
 */
public final class Fhir {
  /** Under which our resources are named, unless told otherwise. */
  public static final String BASE = "https://spotter.dev/fhir";

  /** Twelve digits tell versions apart, and people can read them out. */
  private static final int DIGITS = 12;

  private final Form form;
  private final Codes codes;
  private final Conformance conformance;
  private final QuestionnaireWriter questionnaires;
  private final ResponseReader reader;
  private final ResponseWriter writer;
  private final Guidance guidance;

  private Fhir(RuleSet rules, String base) {
    Urls urls = new Urls(base);
    int start = rules.id().indexOf(':') + 1;
    String version = rules.id().substring(start, start + DIGITS);
    this.form = new Form(rules.vocabulary());
    this.codes = new Codes(urls, version);
    this.conformance = new Conformance(urls);
    this.questionnaires = new QuestionnaireWriter(form, urls, version, codes);
    this.reader = new ResponseReader(form, urls, version);
    this.writer = new ResponseWriter(form, urls, version, codes);
    this.guidance = new Guidance(form, urls);
  }

  /** The resources of a rule set, named under {@link #BASE}. */
  public static Fhir of(RuleSet rules) {
    return of(rules, BASE);
  }

  /**
   * The resources of a rule set.
   *
   * @param base what the urls of the Questionnaire, of its code systems and of the operation begin
   *     with; a name, which need not lead anywhere. A response that names another is refused
   * @throws IllegalArgumentException if it is not an http or https address, or ends with a slash
   */
  public static Fhir of(RuleSet rules, String base) {
    if (!base.matches("https?://[^\\s|#?]*[^\\s|#?/]")) {
      throw new IllegalArgumentException("not an address without a slash at its end: " + base);
    }
    return new Fhir(rules, base);
  }

  /** What can be asked, as a Questionnaire; its version is the rule set's, shortened. */
  public ObjectNode questionnaire() {
    return questionnaires.write(form);
  }

  /** The answers that can be chosen: a CodeSystem for each question with choices. */
  public List<ObjectNode> codeSystems() {
    return codes.systems(form);
  }

  /** The OperationDefinition of {@code $assess}. */
  public ObjectNode operation() {
    return conformance.operation();
  }

  /**
   * What a server that offers all this can do, as a CapabilityStatement.
   *
   * @param base where the server answers
   */
  public ObjectNode capability(String base) {
    return conformance.capability(base);
  }

  /**
   * Reads a QuestionnaireResponse, strictly: whatever is not understood is told. An item that is
   * not there was not asked, which is never a no.
   *
   * <p>The path of a problem is the link id, in a list with the number of the item ({@code
   * history.sessions[2].date}), or the name of another element ({@code authored}). Line and column
   * are 0, but for what is no JSON.
   *
   * @param source the name of the file or request, for problems; the client's id if the response
   *     gives none
   * @param bytes one resource, JSON in UTF-8, no more than {@code Limits.USUAL}
   * @return the client, or everything that is wrong; never an exception for bad input
   */
  public Reading intake(String source, byte[] bytes) {
    return reader.read(source, bytes);
  }

  /**
   * Writes a client's answers as a completed QuestionnaireResponse. Reading it gives an equal
   * intake, if the intake was read by {@code IntakeReader}.
   *
   * @throws IllegalArgumentException if it answers a question that the rule set does not have
   */
  public ObjectNode response(Intake intake) {
    return writer.write(intake);
  }

  /**
   * Writes an answer as a GuidanceResponse, all that belongs to it contained in it. How rules
   * matched ({@code --explain}) is left out.
   *
   * @param reading what was assessed; what was odd about it is told with the answer
   */
  public ObjectNode answer(Assessment assessment, Reading.Read reading) {
    List<Problem> problems =
        Stream.concat(reading.problems().stream(), assessment.problems().stream())
            .distinct()
            .toList();
    return guidance.write(assessment, problems);
  }

  /** Writes why a client was not assessed as an OperationOutcome. */
  public ObjectNode outcome(Reading.Rejected rejected) {
    return Outcomes.errors(rejected.problems());
  }

  /** Writes that a rule failed a client, who is to be called today, as an OperationOutcome. */
  public ObjectNode outcome(RuleFailed failure) {
    return Outcomes.failed(failure.rule());
  }

  /** A resource as text, laid out for reading, with a line end behind it. */
  public static String text(ObjectNode resource) {
    return Json.text(resource);
  }

  /**
   * True if this is, or begins as, a FHIR resource in JSON: an object with a {@code resourceType}
   * among its keys, as far as they are given. Reads no further than to that key.
   */
  public static boolean recognises(byte[] bytes) {
    try (JsonParser json = new JsonFactory().createParser(bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        if (json.currentName().equals("resourceType")) {
          return true;
        }
        json.nextToken();
        json.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }
}
