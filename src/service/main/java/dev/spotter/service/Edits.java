package dev.spotter.service;

import dev.spotter.Following;
import dev.spotter.publish.Judged;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of the edits of the rules folder; the last of them are kept to be looked at. */
final class Edits {
  private static final Logger LOG = LoggerFactory.getLogger("dev.spotter.edits");
  private static final int KEPT = 100;

  private final Figures figures;
  private final Deque<Map<String, Object>> last = new ArrayDeque<>();

  Edits(Figures figures) {
    this.figures = figures;
  }

  /** Called for each edit, by the thread that follows the folder. */
  void judged(Judged judged) {
    Map<String, Object> told = told(judged);
    synchronized (last) {
      last.addFirst(told);
      if (last.size() > KEPT) {
        last.removeLast();
      }
    }
    figures.edited(judged.accepted());
    if (judged.accepted()) {
      LOG.info("rules {} took over after {} ms", told.get("ruleSet"), judged.took().toMillis());
    } else {
      LOG.warn("an edit of the rules was refused: {} reason(s)", judged.refusals().size());
    }
  }

  private static Map<String, Object> told(Judged judged) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("at", Instant.now().toString());
    told.put("accepted", judged.accepted());
    if (judged.rules() != null) {
      told.put("ruleSet", judged.rules().id());
    }
    told.put("refusals", judged.refusals());
    told.put("millis", judged.took().toMillis());
    return told;
  }

  /** {@code GET /v1/edits}. */
  void get(Context context) {
    synchronized (last) {
      context.json(Map.of("edits", List.copyOf(last)));
    }
  }

  /**
   * {@code POST /v1/edits}: looks at the folder now.
   *
   * @param following null where the rules are packed in the jar
   * @throws Refused if there is no folder, or the edit may not take over
   */
  static void post(Context context, @Nullable Following following) {
    if (following == null) {
      throw new Refused(409, "No folder", "these rules are packed in the jar; set up rules");
    }
    Judged judged = following.look();
    if (judged == null) {
      context.json(Map.of("changed", false, "ruleSet", following.now().rules().id()));
    } else if (judged.accepted()) {
      context.json(Map.of("changed", true, "ruleSet", following.now().rules().id()));
    } else {
      throw new Refused(422, "Edit refused", "the rules before it stay; see refusals")
          .with("refusals", judged.refusals())
          .with("ruleSet", following.now().rules().id());
    }
  }
}
