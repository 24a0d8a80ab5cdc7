package dev.spotter.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;

/**
 * Times what is done over and over, once it is warm: in processor time of all threads, which other
 * work on the machine disturbs least.
 */
final class Warm {
  private static final double WARM = 6e6;
  private static final double TIMED = 1.5e6;

  /** The clock itself costs a microsecond. */
  private static final int BETWEEN = 32;

  private Warm() {}

  /**
   * Microseconds of processor for one.
   *
   * @param count how many different ones there are, gone through in turn
   */
  static double micros(int count, IntConsumer each) {
    run(count, each, WARM);
    return run(count, each, TIMED);
  }

  private static double run(int count, IntConsumer each, double micros) {
    double begin = cpu();
    long done = 0;
    double spent = 0;
    while (spent < micros) {
      each.accept((int) (done++ % count));
      if (done % BETWEEN == 0) {
        spent = cpu() - begin;
      }
    }
    return spent / done;
  }

  /** Of all threads so far, in microseconds. */
  static double cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e3;
  }
}
