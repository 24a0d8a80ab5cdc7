package dev.spotter.fhir;

/**
 * What our resources are called.
 *
 * @param base without a slash at its end
 */
record Urls(String base) {
  static final String HL7 = "http://hl7.org/fhir/StructureDefinition/";
  static final String MIN = HL7 + "minValue";
  static final String MAX = HL7 + "maxValue";
  static final String UNIT = HL7 + "questionnaire-unit";
  static final String CONTROL = HL7 + "questionnaire-itemControl";
  static final String EXCLUSIVE = HL7 + "questionnaire-optionExclusive";
  static final String AUTHOR = HL7 + "questionnaireresponse-author";
  static final String ABSENT = HL7 + "data-absent-reason";
  static final String UCUM = "http://unitsofmeasure.org";

  String questionnaire() {
    return base + "/Questionnaire/spotter";
  }

  /** The code system of one question's answers. */
  String codes(String linkId) {
    return base + "/CodeSystem/" + linkId;
  }

  String assess() {
    return base + "/OperationDefinition/assess";
  }

  String clients() {
    return base + "/client";
  }

  String rules(String ruleSet) {
    return base + "/rules/" + ruleSet.replace("sha256:", "");
  }
}
