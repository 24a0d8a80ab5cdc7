package dev.spotter.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of measurements: its text is written by people, and each part that is measured stands
 * between two marks and is replaced as a whole.
 */
public final class Page {
  private static final Path FOLDER = Path.of("src/docs");
  private static final Path FILE = FOLDER.resolve("performance.md");

  private Page() {}

  /** Puts a part into the page, and shows it. */
  public static void put(String part, String markdown) throws IOException {
    String begin = "<!-- " + part + ": written by src/bench/run " + part + " -->";
    String end = "<!-- end of " + part + " -->";
    String page = Files.readString(FILE);
    int from = page.indexOf(begin);
    int to = page.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException(FILE + " has no place for " + part + ": " + begin);
    }
    String text = markdown + "\n" + conditions() + "\n";
    System.out.println(text);
    Files.writeString(FILE, page.substring(0, from) + begin + "\n" + text + page.substring(to));
  }

  /** Puts a drawing beside the page. */
  public static void draw(String name, String svg) throws IOException {
    Files.writeString(FOLDER.resolve(name), svg);
  }

  /** A table; the first row is its head, and numbers stand to the right. */
  public static String table(List<List<String>> rows) {
    List<List<String>> lines = new ArrayList<>(rows);
    lines.add(
        1, rows.get(0).stream().map(c -> c.equals(rows.get(0).get(0)) ? "---" : "---:").toList());
    StringBuilder table = new StringBuilder();
    lines.forEach(l -> table.append("| ").append(String.join(" | ", l)).append(" |\n"));
    return table.toString();
  }

  /** A number with three figures that count; nothing where there is none. */
  public static String figures(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (value == 0 || value >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f", value);
  }

  /** A whole number. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Where and when: a figure of a busy machine says so. */
  private static String conditions() throws IOException {
    return String.format(
        Locale.ROOT,
        "%s; %d cores of %s, load %.1f at the end; Java %s.",
        LocalDate.now(),
        Runtime.getRuntime().availableProcessors(),
        cpu(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.version());
  }

  private static String cpu() throws IOException {
    Path told = Path.of("/proc/cpuinfo");
    String text = Files.exists(told) ? Files.readString(told) : "";
    Matcher model = Pattern.compile("model name\\s*: (.*)").matcher(text);
    return model.find() ? model.group(1) : System.getProperty("os.arch");
  }
}
