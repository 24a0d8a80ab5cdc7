package dev.spotter.bench.peer;

import dev.spotter.rules.Recording;
import java.util.BitSet;

/** An engine that holds the {@link Common} rules. */
public interface Peer {

  /** The numbers of the rules that fire for a client, in a session of its own. */
  BitSet fired(Recording client);
}
