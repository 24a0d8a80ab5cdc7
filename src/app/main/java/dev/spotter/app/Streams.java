package dev.spotter.app;

import java.io.PrintStream;

/** Where a command writes: answers to one, everything else to the other. */
record Streams(PrintStream out, PrintStream err) {}
