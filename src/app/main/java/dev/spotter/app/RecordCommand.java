package dev.spotter.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.record.Past;
import dev.spotter.record.RecordView;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spotter record}: what is kept of one client. */
@Command(
    name = "record",
    description = "Show, hand out or erase what the record keeps of one client.",
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  spotter record timeline anna --config /etc/spotter/spotter.yaml",
      "  spotter record export anna --config /etc/spotter/spotter.yaml > anna-record.json",
      "  spotter record erase anna --config /etc/spotter/spotter.yaml",
      "%nA client without an id of its own is called by the id of the decision.",
      "%nExit codes: 0 done, 2 wrong settings, 4 nothing is known of such a client."
    })
final class RecordCommand implements Runnable {
  private final Streams streams;

  @Spec CommandSpec spec;

  RecordCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "what is missing: timeline, export or erase");
  }

  @Command(
      name = "timeline",
      description = "The client's earlier decisions: when, how urgent, which cause, id.",
      mixinStandardHelpOptions = true)
  int timeline(@Mixin RecordOption record, @Parameters(paramLabel = "CLIENT") String client) {
    return record.read(streams, opened -> timeline(opened, client));
  }

  private int timeline(RecordView opened, String client) {
    List<Past> past = opened.timeline(client);
    for (Past one : past) {
      streams
          .out()
          .printf(
              "%s  %-12s  %-18s  %s%n",
              one.at(),
              Objects.requireNonNullElse(one.level(), "-"),
              Objects.requireNonNullElse(one.verdict(), "-"),
              one.id());
    }
    return past.isEmpty() ? unknown() : Exit.OK;
  }

  @Command(
      name = "export",
      description = "All that is kept of the client, as JSON.",
      mixinStandardHelpOptions = true)
  int export(@Mixin RecordOption record, @Parameters(paramLabel = "CLIENT") String client) {
    return record.read(
        streams,
        opened -> {
          ObjectNode export = opened.export(client);
          if (export == null) {
            return unknown();
          }
          streams.out().println(export.toPrettyString());
          return Exit.OK;
        });
  }

  @Command(
      name = "erase",
      description = "Destroy the client's key: what was kept can never be read again.",
      mixinStandardHelpOptions = true)
  int erase(@Mixin RecordOption record, @Parameters(paramLabel = "CLIENT") String client) {
    return record.write(
        streams,
        opened -> {
          String id = opened.erase("command", client);
          if (id == null) {
            return unknown();
          }
          streams.err().println("erased; row " + id + " says so");
          return Exit.OK;
        });
  }

  private int unknown() {
    streams.err().println("spotter: nothing is known of such a client");
    return Exit.INPUT;
  }
}
