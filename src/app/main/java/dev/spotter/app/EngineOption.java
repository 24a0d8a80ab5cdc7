package dev.spotter.app;

import dev.spotter.Spotter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** Which rules, and what time it is: all that an engine needs. */
final class EngineOption {
  @Mixin RulesOption rules;
  @Mixin ClockOption clock;

  /** The engine, with word of its rules on {@code err}. */
  Spotter load(CommandSpec spec, Streams streams) {
    return Spotter.of(rules.load(streams.err()))
        .withZone(clock.zone(spec))
        .withClock(clock.clock(spec));
  }
}
