package clinic;

import dev.spotter.Spotter;
import dev.spotter.intake.IntakeRejected;
import dev.spotter.intake.Problem;
import dev.spotter.intake.Reading;
import dev.spotter.report.JsonReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A client as JSON in, the answer as JSON out; 422 says what is wrong with the client. */
@RestController
class Assessments {
  private final Spotter spotter;

  Assessments(Spotter spotter) {
    this.spotter = spotter;
  }

  @PostMapping(path = "/assess", produces = MediaType.APPLICATION_JSON_VALUE)
  String assess(@RequestBody byte[] body) throws IOException {
    List<Reading> readings = new ArrayList<>();
    spotter.read("body.json", new ByteArrayInputStream(body), readings::add);
    return JsonReport.text(spotter.assess(readings.get(0).intake()));
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
  List<String> rejected(IntakeRejected e) {
    return e.problems().stream().map(Assessments::line).toList();
  }

  private static String line(Problem problem) {
    return problem.line() + ":" + problem.column() + " " + problem.path() + ": " + problem.message();
  }
}
