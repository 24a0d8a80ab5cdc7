package clinic;

import dev.spotter.Spotter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A clinic's service with Spotter inside. */
@SpringBootApplication
public class Application {
  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }

  /** One for all requests: it is immutable, and loading the rules takes a second. */
  @Bean
  Spotter spotter() {
    return Spotter.packed();
  }
}
