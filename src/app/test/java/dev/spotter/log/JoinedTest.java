package dev.spotter.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.history.TrainingHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedTest {
  private static final String HEAD = "date,exercise,load_kg,reps\n";

  private static Imported file(String rows) {
    return Logs.read(HEAD + rows);
  }

  private static int sets(TrainingHistory history) {
    return history.sessions().stream()
        .flatMap(s -> s.exercises().stream())
        .mapToInt(e -> e.sets().size())
        .sum();
  }

  @Test
  void overlappingExportsCountOnceAndTheFullerSessionStands() {
    Imported may = file("2026-05-04 18:30,Deadlift,100,5\n2026-05-11 18:30,Deadlift,100,5\n");
    Imported june =
        file(
            "2026-05-11 18:30,Deadlift,100,5\n2026-05-11 18:30,Deadlift,110,5\n2026-05-18 18:30,Deadlift,100,5\n");
    Joined joined = Joined.of(List.of(may, june));
    assertThat(joined.history().sessions()).hasSize(3);
    assertThat(sets(joined.history())).isEqualTo(4);
    assertThat(joined.files().get(1).warnings())
        .extracting(w -> w.reason().code() + " " + w.value())
        .containsExactly("other-file 2026-05-11T18:30");
    assertThat(Joined.of(List.of(june, may)).history()).isEqualTo(joined.history());
  }

  @Test
  void aDayWithoutATimeIsTheSessionOfThatDay() {
    Joined joined =
        Joined.of(
            List.of(
                file("2026-05-04 18:30,Deadlift,100,5\n"), file("2026-05-04,Deadlift,100,5\n")));
    assertThat(joined.history().sessions()).hasSize(1);
  }

  @Test
  void twoSessionsOfADayThatMeetOneAreOne() {
    Imported one = file("2026-05-04,Deadlift,100,5\n");
    Imported two =
        Logs.read(
            "date,title,exercise,load_kg,reps\n"
                + "2026-05-04,morning,Deadlift,100,5\n2026-05-04,morning,Deadlift,100,5\n"
                + "2026-05-04,evening,Deadlift,90,5\n2026-05-04,evening,Deadlift,90,5\n");
    assertThat(two.history().sessions()).hasSize(2);
    assertThat(sets(Joined.of(List.of(one, two)).history())).isEqualTo(2);
  }

  @Test
  void oneFileIsItself() {
    Imported one = file("2026-05-04,Deadlift,100,5\n");
    assertThat(Joined.of(List.of(one)).history()).isEqualTo(one.history());
  }
}
