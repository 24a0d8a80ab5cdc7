/**
 * The same questions and answers as FHIR R4 resources, as plain JSON.
 *
 * <p>In: a rule set's vocabulary, a {@code QuestionnaireResponse}, or an assessment. Out: a {@code
 * Questionnaire}, an intake or its problems, a {@code GuidanceResponse} with its reasons. Next:
 * {@code service}, and the command line. Nothing here decides anything of training or medicine.
 */
@NullMarked
package dev.spotter.fhir;

import org.jspecify.annotations.NullMarked;
