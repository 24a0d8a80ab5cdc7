package dev.spotter.service;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.spotter.ehr.SigningClient;
import dev.spotter.fhir.Fhir;
import dev.spotter.intake.Reading;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A service with two issuers and two origins, and a client that may call it. */
abstract class CdsAttack {
  static final String KNOWN = "https://cds.example";
  static final String PATH = CdsRoutes.SERVICE;
  static final String AUDIENCE = KNOWN + PATH;

  static final String ORIGIN = "https://ehr.example";

  @TempDir static Path folder;
  static SigningClient client;
  static SigningClient second;
  static Running running;
  static String response;

  @BeforeAll
  static void start() throws Exception {
    client = new SigningClient(folder.resolve("ehr.json"));
    second = new SigningClient(folder.resolve("second.json"));
    running =
        Running.with(
            Map.of(
                "SPOTTER_RULES", Running.RULES.toString(),
                "SPOTTER_URL", KNOWN,
                "SPOTTER_CDS_ORIGINS", ORIGIN + ", https://other.example:8443",
                "SPOTTER_CDS_ISSUERS_EHR", SigningClient.ISSUER + " " + folder.resolve("ehr.json"),
                "SPOTTER_CDS_ISSUERS_SECOND",
                    "https://second.example " + folder.resolve("second.json")));
    Fhir fhir = Fhir.of(running.service.spotter().rules());
    try (InputStream in = Files.newInputStream(Running.ROOT.resolve("facts/clients/anna.json"))) {
      running
          .service
          .spotter()
          .read("anna", in, r -> response = fhir.response(((Reading.Read) r).intake()).toString());
    }
    response =
        response.replaceFirst("\"subject\":\\{.*?}}", "\"subject\":{\"reference\":\"Patient/p1\"}");
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  static String body(String hook, String patient, String prefetch) {
    return "{\"hook\":\""
        + hook
        + "\",\"hookInstance\":\"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\",\"context\":{\"patientId\":\""
        + patient
        + "\"},\"prefetch\":{\"response\":"
        + prefetch
        + "}}";
  }

  static String good() {
    return body("patient-view", "p1", response);
  }

  static HttpResponse<String> call(String token, String body, String... headers) throws Exception {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Authorization", "Bearer " + token));
    return running.post(PATH, "application/json", body, all.toArray(String[]::new));
  }

  static String token() {
    return client.token(SigningClient.claims(AUDIENCE).build());
  }

  static String token(Consumer<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims = SigningClient.claims(AUDIENCE);
    change.accept(claims);
    return client.token(claims.build());
  }
}
