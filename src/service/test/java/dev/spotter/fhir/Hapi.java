package dev.spotter.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;

/** The validator of the FHIR reference implementation, which knows our resources; made once. */
final class Hapi {
  private static final FhirContext CONTEXT = FhirContext.forR4();
  private static final FhirValidator VALIDATOR = validator();

  private Hapi() {}

  private static FhirValidator validator() {
    ValidationSupportChain chain =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(CONTEXT),
            new Ours(),
            new InMemoryTerminologyServerValidationSupport(CONTEXT),
            new CommonCodeSystemsTerminologyService(CONTEXT));
    FhirInstanceValidator instance = new FhirInstanceValidator(chain);
    return CONTEXT.newValidator().registerValidatorModule(instance);
  }

  /** What is wrong with a resource. */
  static List<String> errors(JsonNode resource) {
    return VALIDATOR.validateWithResult(Json.text(resource)).getMessages().stream()
        .filter(m -> m.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(Hapi::line)
        .toList();
  }

  /** Everything that is said of a resource. */
  static List<String> all(JsonNode resource) {
    return VALIDATOR.validateWithResult(Json.text(resource)).getMessages().stream()
        .map(m -> m.getSeverity() + " " + line(m))
        .toList();
  }

  private static String line(SingleValidationMessage message) {
    return message.getLocationString() + ": " + message.getMessage();
  }

  /**
   * Our Questionnaire and code systems. HAPI's own PrePopulatedValidationSupport did not find a
   * Questionnaire by its canonical, and then every response passes: so it is found here, and tests
   * see bad responses fail.
   */
  private static final class Ours implements IValidationSupport {
    private final Map<String, IBaseResource> byUrl = new HashMap<>();

    Ours() {
      add(Examples.FHIR.questionnaire());
      Examples.FHIR.codeSystems().forEach(this::add);
    }

    private void add(ObjectNode resource) {
      IBaseResource parsed = CONTEXT.newJsonParser().parseResource(Json.text(resource));
      String url = resource.get("url").asText();
      byUrl.put(url, parsed);
      byUrl.put(url + "|" + resource.get("version").asText(), parsed);
    }

    @Override
    public FhirContext getFhirContext() {
      return CONTEXT;
    }

    @Override
    public <T extends IBaseResource> T fetchResource(Class<T> type, String uri) {
      IBaseResource found = byUrl.get(uri);
      return type == null || !type.isInstance(found) ? null : type.cast(found);
    }

    @Override
    public IBaseResource fetchCodeSystem(String system) {
      return byUrl.get(system) instanceof CodeSystem found ? found : null;
    }

    @Override
    public boolean isCodeSystemSupported(
        ca.uhn.fhir.context.support.ValidationSupportContext context, String system) {
      return fetchCodeSystem(system) != null;
    }
  }
}
