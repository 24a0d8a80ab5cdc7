package dev.spotter.rules;

import dev.spotter.history.Exercises;
import dev.spotter.vocabulary.Cause;
import dev.spotter.vocabulary.RemedyKind;
import dev.spotter.vocabulary.Section;
import java.util.List;
import java.util.Map;

/** All that a rule set is made of, once its folder was found sound: plain data. */
record CheckedRules(
    List<Section> sections,
    List<Cause> causes,
    List<RemedyKind> remedies,
    Scale scale,
    List<Rule> rules,
    Map<String, Citation> citations,
    Map<String, String> words,
    Map<String, String> subtypes,
    List<Coding> codes,
    Map<String, Exercises.Lift> lifts) {}
