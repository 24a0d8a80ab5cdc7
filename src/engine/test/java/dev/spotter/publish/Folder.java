package dev.spotter.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A rules folder of one flag, quick to compile, as a trainer's editor would write it. */
final class Folder {
  static final String SAFETY =
      """
      - invariant: a very bad ache is at least soon
        if: { ache.worst: ">= 9" }
        then: { triage: at least soon }
        source: house
      """;

  static final String CASES =
      """
      - case: very bad
        intake: { ache: { worst: 9 } }
        expect: { triage: soon, fires: [ flag ] }
        but: { ache.worst: 8 }
        then: { silent: [ flag ] }
      """;

  private final Path folder;

  Folder(Path folder) {
    this.folder = folder;
    write("base.drl", rules("version 0", 9));
    write("base.cases.yaml", CASES);
    write("safety.yaml", SAFETY);
    write("sources.yaml", "house: { citation: Our own, status: house }\n");
  }

  static String rules(String because, int limit) {
    return """
        package spotter
        import dev.spotter.fact.*
        declare Scale
          @decisive( "300" ) @strong( "160" ) @moderate( "90" ) @weak( "40" )
          @likely( "100" ) @possible( "0" ) @lead( "50" ) @informative( "4" )
        end
        declare Ache @section( "The ache" )
          worst : Integer @ask( "How bad was it?" ) @range( "0..10" ) @tier( "core" )
        end
        declare Strain @cause( "strain" ) @title( "A strain" ) end
        rule "flag" @source( "house" )
        when
          Ache( worst >= %d )
        then
          insert( Referral.soon("F1").because("%s") );
        end
        """
        .formatted(limit, because);
  }

  Path path() {
    return folder;
  }

  /** As editors do: a new file takes the place of the old one. */
  void write(String name, String text) {
    try {
      Path part = folder.resolve("." + name + ".part");
      Files.writeString(part, text);
      Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
