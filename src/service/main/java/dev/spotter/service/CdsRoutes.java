package dev.spotter.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.Spotter;
import dev.spotter.assess.Assessment;
import dev.spotter.cds.Hooks;
import dev.spotter.cds.Keeper;
import dev.spotter.intake.Reading;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes of CDS Hooks, and which pages in browsers may call them. */
final class CdsRoutes {
  static final String SERVICES = "/cds-services";
  static final String SERVICE = SERVICES + "/" + Hooks.SERVICE;
  static final String FEEDBACK = SERVICE + "/feedback";
  private static final Set<String> PATHS = Set.of(SERVICES, SERVICE, FEEDBACK);

  private static final Logger LOG = LoggerFactory.getLogger("dev.spotter.cds");

  private final Supplier<Spotter> now;
  private final Settings settings;
  private final Decisions decisions;
  private final Hooks hooks;

  CdsRoutes(Supplier<Spotter> now, Settings settings, Figures figures, Decisions decisions) {
    this.now = now;
    this.settings = settings;
    this.decisions = decisions;
    this.hooks =
        new Hooks(settings.cds().house(), Clock.systemUTC(), Problems::silent, figures::answered);
  }

  /**
   * Tells a browser that a page of a listed origin may call, and answers what it asks beforehand. A
   * page of another may read the discovery no more than call.
   */
  void origin(Context context) {
    List<String> sent = Collections.list(context.req().getHeaders("Origin"));
    if (!PATHS.contains(context.path()) || sent.isEmpty()) {
      return;
    }
    context.header("Vary", "Origin");
    if (sent.size() != 1 || !settings.cds().origins().contains(sent.get(0))) {
      throw new Refused(
          403, "Not from there", "pages of this origin may not call; see cds.origins");
    }
    context.header("Access-Control-Allow-Origin", sent.get(0));
    if (context.method() == HandlerType.OPTIONS) {
      context.header(
          "Access-Control-Allow-Methods", context.path().equals(SERVICES) ? "GET" : "POST");
      context.header("Access-Control-Allow-Headers", "Authorization, Content-Type");
      context.header("Access-Control-Max-Age", "600");
      context.status(204);
      context.skipRemainingHandlers();
    }
  }

  /** {@code GET /cds-services}. */
  void discovery(Context context) {
    write(context, hooks.services());
  }

  /** {@code POST /cds-services/spotter-patient-view}. */
  void cards(Context context) throws IOException {
    byte[] body = body(context);
    Spotter spotter = now.get();
    context.header("X-Rule-Set", spotter.rules().id());
    write(
        context,
        hooks.cards(
            spotter,
            body,
            (read, answer, critical) -> kept(context, spotter, read, answer, critical)));
  }

  private Keeper.Kept kept(
      Context context, Spotter spotter, Reading.Read read, Assessment answer, boolean critical) {
    try {
      return new Keeper.Kept(decisions.kept(context, spotter, read, answer), true);
    } catch (Refused e) {
      if (!critical) {
        throw e;
      }
      LOG.error("a critical card is shown that could not be recorded: {}", e.getMessage());
      return new Keeper.Kept(null, false);
    }
  }

  /** {@code POST /cds-services/spotter-patient-view/feedback}. */
  void feedback(Context context) throws IOException {
    write(
        context,
        Hooks.feedback(
            body(context),
            feedback -> {
              decisions.happened(context, feedback);
              Hooks.log(feedback);
            }));
  }

  private byte[] body(Context context) throws IOException {
    if (Form.of(context.contentType()) != Form.JSON) {
      throw new Refused(415, "Unsupported media type", "send application/json");
    }
    return Body.of(context, settings.limits().bodyBytes());
  }

  private static void write(Context context, ObjectNode answer) {
    context.contentType("application/json");
    context.result(answer.toString().getBytes(StandardCharsets.UTF_8));
  }
}
