package dev.spotter.app;

import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands, handing each the streams it writes to. */
final class Factory implements IFactory {
  private final Streams streams;

  Factory(Streams streams) {
    this.streams = streams;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      Class<?>[] parameters = constructor.getParameterTypes();
      if (parameters.length == 1 && parameters[0] == Streams.class) {
        return type.cast(constructor.newInstance(streams));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
