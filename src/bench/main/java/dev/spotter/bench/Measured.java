package dev.spotter.bench;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What JMH says of one method with one parameter.
 *
 * @param micros for one client
 * @param error half of the interval that holds the true mean with 99.9 %
 * @param bytes allocated for one client
 */
public record Measured(String method, String of, double micros, double error, double bytes) {

  /**
   * Runs every benchmark of a class.
   *
   * @param parameter its only one
   * @param options of JMH's own, such as {@code -f 1 -i 2}
   */
  public static List<Measured> run(Class<?> benchmark, String parameter, List<String> options) {
    List<Measured> all = new ArrayList<>();
    try {
      OptionsBuilder builder = new OptionsBuilder();
      builder
          .parent(new CommandLineOptions(options.toArray(String[]::new)))
          .include(benchmark.getName() + "\\.")
          .addProfiler(GCProfiler.class);
      for (RunResult result : new Runner(builder.build()).run()) {
        String method = result.getParams().getBenchmark();
        Result<?> time = result.getPrimaryResult();
        all.add(
            new Measured(
                method.substring(method.lastIndexOf('.') + 1),
                result.getParams().getParam(parameter),
                time.getScore(),
                time.getScoreError(),
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore()));
      }
    } catch (RunnerException | CommandLineOptionException e) {
      throw new IllegalStateException(e);
    }
    return all;
  }

  /** The one of a method and a parameter. */
  public static Measured of(List<Measured> all, String method, String parameter) {
    return all.stream()
        .filter(m -> m.method().equals(method) && m.of().equals(parameter))
        .findFirst()
        .orElseThrow();
  }
}
