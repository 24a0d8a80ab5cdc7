package clinic;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A class loader each for two versions of Drools: the host's own rules in one, Spotter in the
 * other, taking turns. Arguments: this jar, the host's folder of jars, Spotter's.
 */
public class TwoDrools {
  public static void main(String[] args) throws Exception {
    ClassLoader host = loader(Path.of(args[0]), Path.of(args[1]));
    ClassLoader spotter = loader(Path.of(args[0]), Path.of(args[2]));
    ClassLoader neither = ClassLoader.getPlatformClassLoader();
    for (ClassLoader context : List.of(neither, host)) {
      Thread.currentThread().setContextClassLoader(context);
      System.out.println(run(spotter, "clinic.Backs"));
      Thread.currentThread().setContextClassLoader(host);
      System.out.println(run(host, "clinic.OwnRules") + ", by Drools " + drools(host));
    }
  }

  private static ClassLoader loader(Path jar, Path folder) throws IOException {
    List<URL> urls = new ArrayList<>(List.of(jar.toUri().toURL()));
    try (Stream<Path> jars = Files.list(folder)) {
      for (Path each : jars.sorted().toList()) {
        urls.add(each.toUri().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static Object run(ClassLoader loader, String name) throws Exception {
    Method run = loader.loadClass(name).getMethod("run");
    return run.invoke(null);
  }

  private static String drools(ClassLoader loader) throws Exception {
    Class<?> services = loader.loadClass("org.kie.api.KieServices");
    String jar = services.getProtectionDomain().getCodeSource().getLocation().getPath();
    return jar.replaceAll(".*kie-api-|\\.jar", "");
  }
}
