package dev.spotter.cds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.Spotter;
import dev.spotter.assess.Assessment;
import dev.spotter.fhir.Fhir;
import dev.spotter.intake.Problem;
import dev.spotter.intake.Reading;
import dev.spotter.rules.RuleFailed;
import dev.spotter.rules.RuleSet;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door to CDS Hooks: what there is, cards, and what became of them. Whether a caller may be
 * answered is for the service to say. Safe for many threads. Logs hold ids of cards and rule sets
 * only.
 */
public final class Hooks {
  /** The id of the one service. */
  public static final String SERVICE = "spotter-patient-view";

  private static final Logger LOG = LoggerFactory.getLogger("dev.spotter.cds");

  private final House house;
  private final Clock clock;
  private final UnaryOperator<Reading> silent;
  private final Consumer<String> counted;
  private final Prefetch prefetch;
  private volatile @Nullable Made made;

  private record Made(RuleSet rules, Fhir fhir) {}

  /**
   * @param silent takes from a reading's problems what was sent
   * @param counted is told of each client: assessed, rejected or failed
   */
  public Hooks(House house, Clock clock, UnaryOperator<Reading> silent, Consumer<String> counted) {
    this.house = house;
    this.clock = clock;
    this.silent = silent;
    this.counted = counted;
    this.prefetch = new Prefetch(house.fhirBase() + "/Questionnaire/spotter");
  }

  /** What there is to call, for discovery. */
  public ObjectNode services() {
    ObjectNode root = Documents.object();
    ObjectNode service =
        root.putArray("services")
            .addObject()
            .put("hook", Call.HOOK)
            .put("title", "Spotter: a back that is sore after deadlifting")
            .put("id", SERVICE)
            .put(
                "description",
                "How urgent, what may be behind it and what to do, by what the patient answered. "
                    + Detail.DISCLAIMER)
            .put("usageRequirements", "The prefetch is required; nothing is fetched.");
    service.putObject("prefetch").put(Call.RESPONSE, prefetch.template());
    return Pruned.of(root);
  }

  /**
   * Cards for the patient who was opened; none if there are no answers. A card has the id of the
   * decision that it shows, so that what becomes of it is told of the decision.
   *
   * @throws NotAnswered if the call cannot be answered as it is
   */
  public ObjectNode cards(Spotter spotter, byte[] body, Keeper keeper) {
    Call call = Call.of(Documents.read(body));
    Optional<JsonNode> newest = prefetch.newest(call);
    ObjectNode answer = Documents.object();
    if (newest.isEmpty()) {
      answer.putArray("cards");
      return answer;
    }
    ObjectNode card = Pruned.of(card(spotter, call.patient(), newest.get(), keeper));
    LOG.info("card {} by rules {}", card.path("uuid").textValue(), spotter.rules().id());
    answer.putArray("cards").add(card);
    return answer;
  }

  private ObjectNode card(Spotter spotter, String patient, JsonNode response, Keeper keeper) {
    Age age = new Age(Prefetch.authored(response), clock.instant(), house.staleDays());
    Cards cards = new Cards(spotter.rules(), house, patient, age);
    Reading reading =
        silent.apply(fhir(spotter.rules()).intake("prefetch", Documents.bytes(response)));
    if (reading instanceof Reading.Read read) {
      try {
        Assessment answer = spotter.assess(read.intake());
        List<Problem> odd =
            Stream.concat(read.problems().stream(), answer.problems().stream()).distinct().toList();
        boolean critical = Words.indicator(answer.triage().level()).equals(Words.CRITICAL);
        ObjectNode card = cards.assessed(answer, odd, keeper.keep(read, answer, critical));
        counted.accept("assessed");
        return card;
      } catch (RuleFailed e) {
        counted.accept("failed");
        return cards.failed(e.rule());
      }
    }
    counted.accept("rejected");
    return cards.rejected(reading.problems());
  }

  /**
   * Reads feedback, hands it on, and says how many were taken.
   *
   * @throws NotAnswered if any of it cannot be used; then none is
   */
  public static ObjectNode feedback(byte[] body, FeedbackSink sink) {
    List<Feedback> all = FeedbackReader.read(Documents.read(body));
    sink.take(all);
    return Documents.object().put("taken", all.size());
  }

  /** Says in the log which cards were accepted or overridden, and nothing else. */
  public static void log(List<Feedback> feedback) {
    feedback.forEach(
        f -> LOG.info("card {} {}", f.card(), f.isAccepted() ? "accepted" : "overridden"));
  }

  private Fhir fhir(RuleSet rules) {
    Made last = made;
    if (last == null || last.rules() != rules) {
      last = new Made(rules, Fhir.of(rules, house.fhirBase()));
      made = last;
    }
    return last.fhir();
  }
}
