package dev.spotter.fact;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the training log says about the session in question (the last hinge session up to the time
 * of the report) and the weeks before it. Every measure is null where the log cannot tell; yes/no
 * measures are the words yes and no. Definitions in {@link dev.spotter.history.Measures}.
 *
 * @param hoursSinceSession whole hours since that session ended
 * @param variation the lift, as exercises.yaml names its variation
 * @param topLoadKg heaviest load of that session in its main hinge lift
 * @param topReps reps in the set of that load
 * @param topRpe highest RPE logged in that session's hinge sets
 * @param usualTopKg heaviest load in the same lift in the 30 days before
 * @param topLoadVsBest30d top load against the best of the 30 days before, same lift and rep band
 * @param loadStepPct rise of load in per cent against the previous session at the same reps
 * @param loadJump yes if the load is more than 10 % above the heaviest of the 30 days before
 * @param workSets number of working sets
 * @param volumeLoadKg hinge volume, load times reps of the working sets
 * @param volumeVsBest30d that volume against the largest session of the 30 days before
 * @param volumeVs28dMean that volume against the mean session of the 28 days before; description
 * @param volumeJump yes if the volume is more than 10 % above the largest of the 30 days before
 * @param e1rmKg estimated one-repetition maximum of the session
 * @param e1rmBest90d the best of the 90 days before
 * @param e1rmVsBest90d the ratio of the two
 * @param pctE1rm top load as a share of the best estimate of the 90 days before
 * @param allWorkSetsRpe9 yes if every working set was at RPE 9 or more
 * @param failedRep yes if a hinge set was logged as failed
 * @param layoffDays days between that session and the hinge session before it
 * @param volumeVsFormer after a break: that volume against the mean of the last three before it
 * @param topLoadVsFormer after a break: the top load against the best of the last three before it
 * @param restDays full rest days between that session and the last hard back or leg session
 * @param hoursSinceHardHinge hours between that session and the last hard hinge or squat session
 * @param lastHardWasSquat yes if that hard session was squats
 * @param hardSessionsIn7d hard hinge or squat sessions in the 7 days up to and including it
 * @param freqPerWeek hinge sessions a week over the 28 days before, rounded
 * @param sessionsIn28d hinge sessions in the 28 days before
 * @param rampSets lighter build-up sets before the working weight
 * @param biggestJumpPct greatest step between build-up loads, as a per cent of the working weight
 * @param warmUp {@code none}, {@code inadequate} or {@code adequate}
 * @param usuallyLogsWarmUps yes if build-up sets are logged in at least 60 % of earlier sessions
 * @param weeksSinceEasyWeek weeks of training since one with half the usual volume or less
 * @param performanceFalling yes if the estimated maximum fell over the last three sessions
 */
public record History(
    @Nullable Integer hoursSinceSession,
    @Nullable String variation,
    @Nullable Double topLoadKg,
    @Nullable Integer topReps,
    @Nullable Double topRpe,
    @Nullable Double usualTopKg,
    @Nullable Double topLoadVsBest30d,
    @Nullable Double loadStepPct,
    @Nullable String loadJump,
    @Nullable Integer workSets,
    @Nullable Double volumeLoadKg,
    @Nullable Double volumeVsBest30d,
    @Nullable Double volumeVs28dMean,
    @Nullable String volumeJump,
    @Nullable Double e1rmKg,
    @Nullable Double e1rmBest90d,
    @Nullable Double e1rmVsBest90d,
    @Nullable Double pctE1rm,
    @Nullable String allWorkSetsRpe9,
    @Nullable String failedRep,
    @Nullable Integer layoffDays,
    @Nullable Double volumeVsFormer,
    @Nullable Double topLoadVsFormer,
    @Nullable Integer restDays,
    @Nullable Integer hoursSinceHardHinge,
    @Nullable String lastHardWasSquat,
    @Nullable Integer hardSessionsIn7d,
    @Nullable Integer freqPerWeek,
    @Nullable Integer sessionsIn28d,
    @Nullable Integer rampSets,
    @Nullable Double biggestJumpPct,
    @Nullable String warmUp,
    @Nullable String usuallyLogsWarmUps,
    @Nullable Integer weeksSinceEasyWeek,
    @Nullable String performanceFalling) {

  private static final List<RecordComponent> COMPONENTS =
      List.of(History.class.getRecordComponents());

  /** No log: every measure absent. */
  public static final History NONE =
      new History(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null, null);

  /** True if a measure is a weight, in kilograms. */
  public static boolean isWeight(String measure) {
    return measure.endsWith("Kg") || measure.equals("e1rmBest90d");
  }

  /**
   * A history of these measures; the others are absent.
   *
   * @param measures by name: numbers, words, or either as text
   * @throws IllegalArgumentException if there is no such measure, or a number is none
   */
  public static History of(Map<String, ?> measures) {
    @Nullable Object[] values = new @Nullable Object[COMPONENTS.size()];
    Class<?>[] types = new Class<?>[COMPONENTS.size()];
    Set<String> strange = new TreeSet<>(measures.keySet());
    for (int i = 0; i < COMPONENTS.size(); i++) {
      RecordComponent component = COMPONENTS.get(i);
      types[i] = component.getType();
      values[i] = measure(types[i], measures.get(component.getName()));
      strange.remove(component.getName());
    }
    if (!strange.isEmpty()) {
      throw new IllegalArgumentException("there is no measure " + String.join(", ", strange));
    }
    try {
      return History.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a history can be made of its measures", e);
    }
  }

  /** All measures by name, in order of declaration; null for those that the log cannot tell. */
  public Map<String, @Nullable Object> measures() {
    Map<String, @Nullable Object> measures = new LinkedHashMap<>();
    for (RecordComponent component : COMPONENTS) {
      try {
        measures.put(component.getName(), component.getAccessor().invoke(this));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("a record's components can be read", e);
      }
    }
    return measures;
  }

  private static @Nullable Object measure(Class<?> type, @Nullable Object value) {
    if (value == null || type == String.class) {
      return value;
    }
    String text = String.valueOf(value);
    return type == Integer.class ? (Object) Integer.valueOf(text) : Double.valueOf(text);
  }
}
