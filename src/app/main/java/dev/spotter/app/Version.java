package dev.spotter.app;

import java.io.File;
import picocli.CommandLine.IVersionProvider;

/** Says which Spotter this is. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "spotter " + (version == null ? "(not packaged)" : version),
      "Java " + System.getProperty("java.version")
    };
  }

  /** The version alone. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  /** Which build of it: the jar's place, length and time. */
  static String build() {
    String place = String.valueOf(System.getProperty("java.class.path"));
    File jar = new File(place);
    return place + "\n" + jar.length() + "\n" + jar.lastModified();
  }
}
