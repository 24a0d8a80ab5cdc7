package dev.spotter.report;

import dev.spotter.assess.Assessment;
import java.util.ArrayList;
import java.util.List;

/** Writes what may be behind it: every cause, best first. */
final class CausesText {
  /** More would bury the reasons; the JSON has them all. */
  private static final int MOST_UNKNOWN = 6;

  private final Audience audience;
  private final Reasons reasons;
  private final Ink ink;

  CausesText(Audience audience, Reasons reasons, Ink ink) {
    this.audience = audience;
    this.reasons = reasons;
    this.ink = ink;
  }

  /** The title of what leads, or that nothing does. */
  static String verdict(Assessment answer) {
    return switch (answer.verdict()) {
      case "no-clear-leader" -> "no clear leader, see below what to answer next";
      case "undetermined" -> "too little is known to say";
      default -> {
        Assessment.Cause cause = answer.cause(answer.verdict());
        yield cause == null ? answer.verdict() : cause.title();
      }
    };
  }

  void write(Lines out, Assessment answer) {
    List<String> lesser = new ArrayList<>();
    boolean first = true;
    for (Assessment.Cause cause : answer.causes()) {
      boolean unlikely = !first && cause.likelihood().equals("unlikely");
      if (unlikely && audience == Audience.CLIENT) {
        lesser.add(cause.title());
      } else {
        cause(out, cause, !unlikely || audience == Audience.CLINICIAN);
      }
      first = false;
    }
    if (!lesser.isEmpty()) {
      out.item(2, "", "Less likely: " + String.join(", ", lesser));
    }
  }

  private void cause(Lines out, Assessment.Cause cause, boolean withReasons) {
    String kind = cause.subtypeTitle() == null ? "" : ", most like " + cause.subtypeTitle();
    out.item(2, "", ink.bold(cause.title()) + ": " + cause.likelihood() + kind + points(cause));
    if (cause.conclusion() != null) {
      out.item(4, "", cause.conclusion());
    }
    if (withReasons) {
      cause.supporting().forEach(i -> out.item(4, "+ ", reasons.evidence(i)));
      cause.opposing().forEach(i -> out.item(4, "- ", reasons.evidence(i)));
      if (!cause.unknown().isEmpty() && audience != Audience.CLIENT) {
        out.item(4, "? ", ink.faint("not known: " + unknown(cause.unknown())));
      }
    }
  }

  private String points(Assessment.Cause cause) {
    return switch (audience) {
      case CLIENT -> "";
      case COACH -> " (" + cause.points() + " points" + held(cause) + ")";
      case CLINICIAN ->
          " (" + cause.points() + " points, start " + cause.start() + held(cause) + ")";
    };
  }

  private static String held(Assessment.Cause cause) {
    return cause.lacks().isEmpty()
        ? ""
        : ", ranked as "
            + cause.standing()
            + " while nothing of "
            + String.join(" or ", cause.lacks())
            + " speaks for it";
  }

  private static String unknown(List<String> ids) {
    int more = ids.size() - MOST_UNKNOWN;
    String shown = String.join(", ", ids.subList(0, Math.min(MOST_UNKNOWN, ids.size())));
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
