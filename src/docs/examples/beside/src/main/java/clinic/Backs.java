package clinic;

import dev.spotter.Spotter;
import dev.spotter.intake.Intake;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;

/** What the same host does with Spotter. */
public class Backs {
  /** How urgent a numb saddle is, why it is no less, and what Drools' own compiler says of it. */
  public static String run() {
    Spotter spotter = Spotter.packed();
    Intake client = spotter.intake("gabi").answer("nerves.saddle", "yes").read().intake();
    Spotter compiled = Spotter.of(RuleSet.trusting(RuleFiles.packed()));
    return spotter.assess(client).triage().level().word()
        + ", not for "
        + spotter.whyNot(client, "self-care").get(0).grounds().size()
        + " reasons, compiled "
        + compiled.assess(client).triage().level().word()
        + ", by Drools "
        + drools();
  }

  private static String drools() {
    return org.kie.api.KieServices.class.getProtectionDomain().getCodeSource().getLocation()
        .getPath().replaceAll(".*kie-api-|\\.jar", "");
  }
}
