package clinic;

import dev.spotter.Spotter;
import dev.spotter.assess.Assessment;
import dev.spotter.intake.Intake;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What the same host does with Spotter: the rules of its jar, and one rule more. */
public class Backs {
  /** Compares two answers, so that Drools' own compiler is wanted too. */
  private static final String RULE =
      """
      package spotter
      import dev.spotter.fact.*
      rule "clinic: as bad now as ever"
        @source( "house" )
      when
        Soreness( $worst : worst, now >= $worst )
      then
        insert( Note.says("It is as bad now as it ever was.") );
      end
      """;

  /** How urgent a numb saddle is, why it is no less, and what the clinic's own rule adds. */
  public static String run() {
    Map<String, byte[]> files = new TreeMap<>(RuleFiles.packed().files());
    files.put("clinic.drl", RULE.getBytes(StandardCharsets.UTF_8));
    Spotter spotter = Spotter.of(RuleSet.of(files));
    Intake client =
        spotter
            .intake("gabi")
            .answer("nerves.saddle", "yes")
            .answer("soreness.worst", 6)
            .answer("soreness.now", 6)
            .read()
            .intake();
    Assessment answer = spotter.assess(client);
    boolean added =
        answer.notes().stream().anyMatch(n -> "clinic: as bad now as ever".equals(n.rule()));
    int reasons = spotter.whyNot(client, "self-care").get(0).grounds().size();
    return answer.triage().level().word()
        + ", "
        + reasons
        + " reasons, own rule "
        + added
        + ", Drools "
        + drools();
  }

  private static String drools() {
    return org.kie.api.KieServices.class.getProtectionDomain().getCodeSource().getLocation()
        .getPath().replaceAll(".*kie-api-|\\.jar", "");
  }
}
