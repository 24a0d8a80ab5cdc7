package dev.spotter.service;

import io.javalin.http.Context;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What goes with every request: its id, and who asks. */
final class Requests {
  static final String HEADER = "X-Request-Id";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String CALLER = "caller";

  private Requests() {}

  /** Gives it the id that the caller chose, if it can be one, or a new one. */
  static void begin(Context context) {
    String given = context.header(HEADER);
    String id = given != null && ID.matcher(given).matches() ? given : UUID.randomUUID().toString();
    context.attribute(HEADER, id);
    context.header(HEADER, id);
    context.header("Cache-Control", "no-store");
    context.header("X-Content-Type-Options", "nosniff");
  }

  /** Its id. */
  static String id(Context context) {
    return Objects.requireNonNullElse(context.<String>attribute(HEADER), "-");
  }

  static void caller(Context context, Caller caller) {
    context.attribute(CALLER, caller);
  }

  /** Who asks; null before that is known. */
  static @Nullable Caller caller(Context context) {
    return context.<Caller>attribute(CALLER);
  }
}
