package dev.spotter.yaml;

import java.io.InputStream;
import java.io.Reader;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.YamlUnicodeReader;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * YAML of few levels. The library goes down a level of the stack with every bracket, so that a
 * small file of nothing but brackets would end the whole process.
 */
public final class Shallow {
  /** Levels that no file of ours comes near. */
  public static final int USUAL = 32;

  private final LoadSettings settings;
  private final int most;

  /**
   * @param most levels of lists and groups within each other
   */
  public Shallow(LoadSettings settings, int most) {
    this.settings = settings;
    this.most = most;
  }

  /**
   * Documents as trees.
   *
   * @return its methods throw {@link TooDeep} beyond the limit
   */
  public Composer composer(Reader reader) {
    return new Composer(
        settings, new Counting(new ParserImpl(settings, new StreamReader(settings, reader))));
  }

  /**
   * A document as lists, maps and texts.
   *
   * @throws TooDeep beyond the limit
   * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if it is no YAML
   */
  public Object load(InputStream in) {
    return new Load(settings) {
      @Override
      protected Composer createComposer(InputStream bytes) {
        return composer(new YamlUnicodeReader(bytes));
      }
    }.loadFromInputStream(in);
  }

  /** Lists or groups within each other beyond the limit. */
  public static final class TooDeep extends ParserException {
    private static final long serialVersionUID = 1;

    private TooDeep(int most, Event at) {
      super(
          "",
          at.getStartMark(),
          "groups within groups, more than " + most + " deep",
          at.getStartMark());
    }
  }

  private final class Counting implements Parser {
    private final Parser parser;
    private int depth;

    Counting(Parser parser) {
      this.parser = parser;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
      return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
      return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
      return parser.hasNext();
    }

    @Override
    public Event next() {
      Event event = parser.next();
      switch (event.getEventId()) {
        case SequenceStart, MappingStart -> {
          if (++depth > most) {
            throw new TooDeep(most, event);
          }
        }
        case SequenceEnd, MappingEnd -> depth--;
        default -> {}
      }
      return event;
    }
  }
}
