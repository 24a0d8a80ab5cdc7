package dev.spotter.bench.peer;

import dev.spotter.bench.Inputs;
import dev.spotter.rules.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** CLIPS, Debian's: a reset a client; timed by its own clock, once rules and clients are loaded. */
final class ClipsPeer {
  private static final int PASSES = 3;
  private static final String TIMED = "microseconds ";

  private ClipsPeer() {}

  static Foreign run(Common common, List<Recording> clients) throws IOException {
    Path folder = Inputs.WORK.resolve("clips");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("rules.clp"), new ClipsRules(common).rules());
    StringBuilder told = new StringBuilder();
    for (int i = 0; i < clients.size(); i++) {
      told.append(ClipsRules.client(i, clients.get(i)));
    }
    Files.writeString(folder.resolve("clients.clp"), told);
    Files.writeString(folder.resolve("run.clp"), script(clients.size()));
    List<BitSet> fired = new ArrayList<>();
    double micros = 0;
    for (String line : Processes.output(folder, "clips", "-f2", "run.clp").split("\n")) {
      if (line.startsWith(TIMED)) {
        micros = Double.parseDouble(line.substring(TIMED.length()).strip());
      } else if (line.startsWith("fired")) {
        BitSet numbers = new BitSet();
        for (String number : line.substring(5).strip().split(" +")) {
          if (!number.isEmpty()) {
            numbers.set(Integer.parseInt(number));
          }
        }
        fired.add(numbers);
      }
    }
    return new Foreign("CLIPS", micros, fired);
  }

  private static String script(int clients) {
    return """
        (unwatch all)
        (load* "rules.clp")
        (load* "clients.clp")
        (deffunction each (?show)
          (loop-for-count (?i 0 %1$d) do
            (reset)
            (funcall (sym-cat client- ?i))
            (run)
            (if ?show then
              (printout t "fired")
              (do-for-all-facts ((?f fired)) TRUE (printout t " " (nth$ 1 ?f:implied)))
              (printout t crlf))))
        (each TRUE)
        (deffunction timed ()
          (bind ?begin (time))
          (loop-for-count %2$d do (each FALSE))
          (printout t "%3$s" (/ (* 1000000 (- (time) ?begin)) %4$d) crlf))
        (timed)
        (exit)
        """
        .formatted(clients - 1, PASSES, TIMED, PASSES * clients);
  }
}
