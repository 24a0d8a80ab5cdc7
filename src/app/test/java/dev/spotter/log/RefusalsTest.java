package dev.spotter.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What cannot be read at all is refused with what to do about it. */
class RefusalsTest {
  private static final String STRONG =
      "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes\n";

  private static void refused(String text, String... because) {
    refused(text.getBytes(StandardCharsets.UTF_8), because);
  }

  private static void refused(byte[] bytes, String... because) {
    assertThatThrownBy(() -> Logs.read(bytes, null))
        .isInstanceOf(LogRefused.class)
        .message()
        .contains(because);
  }

  @Test
  void aUnitThatCannotBeKnownIsAskedForNeverGuessed() {
    String pounds =
        STRONG
            + "2026-05-04 18:30:00,Pull,Deadlift,1,135,5,0,0,,\n"
            + "2026-05-04 18:30:00,Pull,Deadlift,2,225,5,0,0,,\n"
            + "2026-05-04 18:30:00,Pull,Deadlift,3,315,5,0,0,,\n";
    refused(pounds, "kg or lb", "135, 225, 315 look like lb", "--unit kg or --unit lb");
    refused(
        STRONG
            + "2026-05-04 18:30:00,Pull,Deadlift,1,60,5,0,0,,\n"
            + "2026-05-04 18:30:00,Pull,Deadlift,2,100,5,0,0,,\n",
        "60, 100 look like kg");
    assertThat(Logs.read(STRONG + "2026-05-04 18:30:00,Pull,Pull Up,1,0,5,0,0,,\n").counts().sets())
        .as("a file without a load needs none")
        .isEqualTo(1);
  }

  @Test
  void emptyFilesAndThoseWithoutRowsAreTold() {
    refused("", "nothing in the file");
    refused("\ufeff \n\n", "nothing in the file");
    refused(STRONG, "no row below it");
    refused(STRONG + "\n\n \n", "no row below it");
  }

  @Test
  void otherFilesAreTold() {
    refused("PK\u0003\u0004...", "zip archive or an Excel workbook");
    refused("SQLite format 3\0", "an app's backup");
    refused("{\"id\": \"anna\"}", "spotter assess");
    refused(new byte[] {0x1f, (byte) 0x8b, 8, 0}, "gzip");
    refused("\0\0\0\0\0", "not text");
    refused(
        "name,price\nbar,100\n",
        "no export of Strong, Hevy, FitNotes or OpenPowerlifting",
        "facts/README.md",
        "name, price");
  }

  @Test
  void datesThatCanBeReadTwoWaysAreNotGuessed() {
    String head = "date,exercise,load_kg,reps\n";
    refused(head + "03/04/2026,Deadlift,100,5\n", "read two ways", "2026-04-03");
    refused(head + "13/04/2026,Deadlift,100,5\n04/13/2026,Deadlift,100,5\n", "read two ways");
    assertThat(
            Logs.read(head + "03/04/2026,Deadlift,100,5\n13/04/2026,Deadlift,100,5\n")
                .history()
                .sessions())
        .extracting(s -> s.date().toString())
        .containsExactly("2026-04-03", "2026-04-13");
    assertThat(
            Logs.read(head + "03/04/2026,Deadlift,100,5\n03/13/2026 4:05 PM,Deadlift,100,5\n")
                .history()
                .sessions())
        .extracting(s -> s.start() == null ? s.date().toString() : s.start().toString())
        .containsExactly("2026-03-04", "2026-03-13T16:05");
  }

  @Test
  void aLineOfFiftyMegabytesIsRefused() {
    byte[] line = new byte[50_000_000];
    Arrays.fill(line, (byte) 'x');
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> refused(line, "65,536 characters"));
    refused(new byte[Decoded.MOST_BYTES + 1], "64 MB");
  }

  @Test
  void entriesOfSeveralLiftersAreNoLog() {
    refused(
        """
        Name,Date,Event,Best3DeadliftKg
        Ann Example,2025-04-01,D,130
        Bea Example,2025-04-01,D,140
        """,
        "several lifters");
  }

  @Test
  void aFileFullOfBrokenQuotesIsNoTable() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            refused(
                STRONG + "2026-05-04 18:30:00,\"Pull,x,1,0,5,0,0,,\n".repeat(3001),
                "broken quotation marks"));
  }
}
