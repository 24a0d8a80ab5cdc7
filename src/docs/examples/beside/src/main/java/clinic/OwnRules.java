package clinic;

import java.util.ArrayList;
import java.util.List;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/** What a host does with Drools itself, by both of the ways that use registries for all. */
public class OwnRules {
  private static final String RULES =
      """
      package clinic.own
      global java.util.List said
      declare Booking
        weeks : Integer
      end
      rule "a long wait"
      when
        String( this == "booked" )
        $n : Integer( this > 4 )
      then
        said.add( "waited " + $n + " weeks" );
      end
      """;

  /** Compiles the host's rules, and lets them fire. */
  public static String run() {
    KieServices services = KieServices.Factory.get();
    KieFileSystem files = services.newKieFileSystem().write("src/main/resources/own.drl", RULES);
    var built = services.newKieBuilder(files).buildAll().getResults();
    if (built.hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(built.getMessages().toString());
    }
    KieSession container =
        services
            .newKieContainer(services.getRepository().getDefaultReleaseId())
            .getKieBase()
            .newKieSession();
    KieSession helper =
        new KieHelper().addContent(RULES, ResourceType.DRL).build().newKieSession();
    return fire(container) + ", " + fire(helper);
  }

  private static String fire(KieSession session) {
    List<String> said = new ArrayList<>();
    session.setGlobal("said", said);
    session.insert("booked");
    session.insert(3);
    session.insert(7);
    session.fireAllRules();
    session.dispose();
    return String.join(" ", said);
  }
}
