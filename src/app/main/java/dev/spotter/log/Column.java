package dev.spotter.log;

/** What a column of an export holds, whatever it is called there; see {@code apps.yaml}. */
enum Column {
  START,
  END,
  TITLE,
  EXERCISE,
  CATEGORY,
  ORDER,
  KIND,
  LOAD,
  LOAD_KG,
  LOAD_LB,
  UNIT,
  REPS,
  SETS,
  RPE,
  RIR,
  SECONDS,
  DISTANCE,
  DURATION,
  DURATION_SEC,
  DURATION_MIN,
  NOTES,
  LIFTER,
  SQUAT,
  BENCH,
  DEADLIFT,
  BEST_SQUAT,
  BEST_BENCH,
  BEST_DEADLIFT,
  UNUSED;

  /** The column of this name in {@code apps.yaml}, such as load-kg. */
  static Column named(String name) {
    return valueOf(name.replace('-', '_').toUpperCase(java.util.Locale.ROOT));
  }
}
