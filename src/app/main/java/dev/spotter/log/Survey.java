package dev.spotter.log;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What only a whole file can tell, before any row is read: which way round its dates are, its
 * decimal mark, the categories it has, and whether a load lacks its unit.
 */
final class Survey {
  private final Header header;
  private final ZoneId zone;
  private final Set<String> categories = new HashSet<>();
  private final TreeSet<Double> loads = new TreeSet<>();
  private boolean dayAbove12;
  private boolean monthAbove12;
  private boolean eitherWay;
  private boolean aTime;
  private boolean points;
  private boolean commas;
  private boolean loadWithoutUnit;

  private Survey(Header header, ZoneId zone) {
    this.header = header;
    this.zone = zone;
  }

  static Survey of(Header header, Rows rows, ZoneId zone) {
    Survey survey = new Survey(header, zone);
    rows.below(header.line(), header.width(), survey::take);
    return survey;
  }

  private void take(Rows.Row row) {
    if (row.broken() != null || row.fields().size() != header.width()) {
      return;
    }
    Cells cells = new Cells(header, row.line(), row.fields());
    date(cells.text(Column.START));
    for (Column column : List.of(Column.LOAD, Column.LOAD_KG, Column.LOAD_LB, Column.RPE)) {
      points |= Numerals.decimalPoint(cells.text(column));
      commas |= Numerals.decimalComma(cells.text(column));
    }
    if (cells.filled(Column.CATEGORY)) {
      categories.add(cells.text(Column.CATEGORY));
    }
    Double load = new Numerals(false).of(cells.text(Column.LOAD).replace(',', '.'));
    if (load != null && load > 0 && Words.unit(cells.text(Column.UNIT)) == null) {
      loadWithoutUnit = true;
      loads.add(load);
    }
  }

  private void date(String text) {
    int[] slashed = Dates.slashed(text);
    if (slashed != null) {
      dayAbove12 |= slashed[0] > 12;
      monthAbove12 |= slashed[1] > 12;
      eitherWay |= slashed[0] != slashed[1];
    }
    Dates.When when = new Dates(slashed != null && slashed[1] > 12, false, zone).of(text);
    aTime |=
        when != null
            && when.start() != null
            && !when.start().toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  /**
   * How this file writes dates.
   *
   * @throws LogRefused if they can be read two ways
   */
  Dates dates() {
    if (eitherWay && dayAbove12 == monthAbove12) {
      throw new LogRefused(
          "dates such as 3/4/2026 can be read two ways, and this file does not tell which;"
              + " write them as 2026-04-03");
    }
    return new Dates(monthAbove12, !aTime, zone);
  }

  /** How it writes numbers; where both marks are met, the point counts. */
  Numerals numerals() {
    return new Numerals(commas && !points);
  }

  Set<String> categories() {
    return Collections.unmodifiableSet(categories);
  }

  /** True if a load stands there of which nothing says whether it is kg or lb. */
  boolean lacksUnit() {
    return loadWithoutUnit;
  }

  /** What the loads look like, for people: never what they are. */
  String looks() {
    List<Double> pounds = Words.plates("lb").stream().filter(loads::contains).toList();
    List<Double> kilograms = Words.plates("kg").stream().filter(loads::contains).toList();
    if (pounds.size() == kilograms.size()) {
      return "";
    }
    boolean lb = pounds.size() > kilograms.size();
    String seen =
        String.join(
            ", ",
            (lb ? pounds : kilograms).stream().map(l -> String.valueOf(l.intValue())).toList());
    return " (loads such as " + seen + " look like " + (lb ? "lb" : "kg") + ")";
  }
}
