package dev.spotter.batch;

import dev.spotter.assess.Assessment;
import dev.spotter.assess.Decision;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes what came of some clients, in order. Not for two threads. */
interface Answers {

  /**
   * @param assessment the whole answer, or null where only ids are written
   */
  void assessed(Client client, Decision decision, @Nullable Assessment assessment)
      throws IOException;

  void failed(Client client, Failure failure) throws IOException;

  /** All that was written. */
  byte[] bytes() throws IOException;
}
