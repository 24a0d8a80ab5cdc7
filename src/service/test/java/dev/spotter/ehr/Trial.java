package dev.spotter.ehr;

import dev.spotter.Spotter;
import dev.spotter.fhir.Fhir;
import dev.spotter.intake.Reading;
import dev.spotter.service.Service;
import dev.spotter.service.SettingsReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A service and a record system with the example clients, to be tried out by hand. */
public final class Trial {
  private Trial() {}

  /** Runs until it is ended; prints where to look. */
  public static void main(String[] args) throws Exception {
    Path root = Path.of(System.getProperty("spotter.root", ".")).toAbsolutePath();
    Path keys = Files.createTempFile("ehr", ".json");
    SigningClient client = new SigningClient(keys);
    String address = "http://127.0.0.1:8099";
    Service service =
        Service.start(
            SettingsReader.read(
                null,
                Map.of(
                    "SPOTTER_LISTEN",
                    "127.0.0.1:8099",
                    "SPOTTER_RULES",
                    root.resolve("rules").toString(),
                    "SPOTTER_CDS_ISSUERS_EHR",
                    SigningClient.ISSUER + " " + keys)));
    StubEhr ehr = new StubEhr(client, address, address);
    Spotter spotter = service.spotter();
    Fhir fhir = Fhir.of(spotter.rules());
    for (String name : List.of("anna", "bruno", "carla", "elif", "farid", "gabi")) {
      Path file = root.resolve("facts/clients/" + name + ".json");
      try (InputStream in = Files.newInputStream(file)) {
        spotter.read(
            name,
            in,
            reading -> {
              if (reading instanceof Reading.Read read) {
                ehr.keep(name, fhir.response(read.intake()));
              }
            });
      }
    }
    System.out.println("The record system is at " + ehr.address());
    Thread.currentThread().join();
  }
}
