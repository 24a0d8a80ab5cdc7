package dev.spotter.diff;

import dev.spotter.compare.Aspect;
import dev.spotter.compare.ClientChange;
import dev.spotter.compare.Detail;
import dev.spotter.compare.Edit;
import dev.spotter.compare.Place;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Phrases that all formats share. */
final class Words {
  private Words() {}

  static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  static String clients(long n) {
    return number(n) + (n == 1 ? " client" : " clients");
  }

  /** Where it stood and stands, in brackets; empty where nobody knows. */
  static String places(@Nullable Place was, @Nullable Place is) {
    if (was == null && is == null) {
      return "";
    }
    if (was == null || is == null || was.equals(is)) {
      return " (" + (is == null ? was : is) + ")";
    }
    return " (" + was + " -> " + is + ")";
  }

  static String edit(Edit edit) {
    return edit.kind().word() + " " + edit.title() + places(edit.was(), edit.is());
  }

  static String detail(Detail detail) {
    String what = detail.part() + ": ";
    String places = places(detail.was(), detail.is());
    if (detail.before() == null && detail.after() == null) {
      return detail.part() + " differs";
    }
    if (detail.before() == null) {
      return what + "+ " + detail.after() + places;
    }
    return detail.after() == null
        ? what + "- " + detail.before() + places
        : what + detail.before() + " -> " + detail.after() + places;
  }

  /** A client and what shifted, without anything a terminal would obey. */
  static String client(ClientChange client, Aspect aspect) {
    String id = client.id().replaceAll("\\p{Cntrl}", "?");
    return id + " (" + String.join(", ", client.shifts().getOrDefault(aspect, List.of())) + ")";
  }
}
