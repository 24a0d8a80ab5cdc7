package dev.spotter.service;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.Spotter;
import dev.spotter.book.Book;
import dev.spotter.cases.CaseRunner;
import dev.spotter.intake.IntakeSchema;
import dev.spotter.report.AnswerSchema;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.When;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the rules ask and say, made once for each rule set; a caller who has it is told so (304).
 */
final class Knowledge {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<Spotter> now;
  private final Page questions = new Page("application/json", r -> bytes(questions(r)));
  private final Page rules = new Page("application/json", r -> bytes(rules(r)));
  private final Page schema = new Page("application/schema+json", Knowledge::schema);
  private final Page book = new Page("text/markdown; charset=utf-8", Knowledge::book);

  Knowledge(Supplier<Spotter> now) {
    this.now = now;
  }

  void questions(Context context) {
    questions.get(context, now.get().rules());
  }

  void rules(Context context) {
    rules.get(context, now.get().rules());
  }

  void book(Context context) {
    book.get(context, now.get().rules());
  }

  void schema(Context context) {
    schema.get(context, now.get().rules());
  }

  void answerSchema(Context context) {
    context.contentType("application/schema+json");
    context.result(AnswerSchema.text());
  }

  /** One page, as it is by the rules at work. Safe for many threads. */
  static final class Page {
    private final String type;
    private final Function<RuleSet, byte[]> maker;
    private volatile @Nullable Made made;

    private record Made(RuleSet rules, byte[] bytes) {}

    Page(String type, Function<RuleSet, byte[]> maker) {
      this.type = type;
      this.maker = maker;
    }

    void get(Context context, RuleSet rules) {
      String tag = '"' + rules.id() + '"';
      context.header("ETag", tag);
      context.header("Cache-Control", "no-cache");
      if (tag.equals(context.header("If-None-Match"))) {
        context.status(304);
        return;
      }
      Made last = made;
      if (last == null || last.rules() != rules) {
        last = new Made(rules, maker.apply(rules));
        made = last;
      }
      context.contentType(type);
      context.result(last.bytes());
    }
  }

  private static byte[] bytes(ObjectNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] schema(RuleSet rules) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      IntakeSchema.write(rules.vocabulary(), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] book(RuleSet rules) {
    return Book.of(rules, CaseRunner.casesOf(rules)).markdown().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode head(RuleSet rules) {
    return JSON.createObjectNode().put("schemaVersion", 1).put("ruleSet", rules.id());
  }

  private static ObjectNode questions(RuleSet rules) {
    ObjectNode root = head(rules);
    ArrayNode sections = root.putArray("sections");
    for (Section section : rules.vocabulary().sections()) {
      ObjectNode node = sections.addObject().put("id", section.key()).put("title", section.title());
      ArrayNode listed = node.putArray("questions");
      section.questions().forEach(q -> question(q, listed.addObject()));
    }
    return root;
  }

  private static void question(Question question, ObjectNode node) {
    node.put("id", question.id()).put("ask", question.ask());
    if (question.help() != null) {
      node.put("help", question.help());
    }
    node.put("kind", question.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    ArrayNode choices = node.putArray("choices");
    question.choices().forEach(c -> choices.addObject().put("id", c.id()).put("label", c.label()));
    Question.Range range = question.range();
    if (range != null) {
      node.put("min", range.min()).put("max", range.max());
    }
    if (question.step() != null) {
      node.put("step", question.step());
    }
    if (question.unit() != null) {
      node.put("unit", question.unit());
    }
    node.put("tier", question.tier());
    question.who().stream().sorted().forEach(node.putArray("who")::add);
    question.safe().stream().sorted().forEach(node.putArray("safe")::add);
    When when = question.when();
    if (when != null) {
      ArrayNode tests = node.putArray("appliesIfAnyOf");
      for (When.Test test : when.anyOf()) {
        ObjectNode one = tests.addObject().put("question", test.question()).put("in", test.in());
        test.values().stream().sorted().forEach(one.putArray("values")::add);
      }
    }
  }

  private static ObjectNode rules(RuleSet rules) {
    ObjectNode root = head(rules);
    ArrayNode files = root.putArray("files");
    rules
        .files()
        .files()
        .forEach(
            (name, bytes) ->
                files
                    .addObject()
                    .put("name", name)
                    .put("bytes", bytes.length)
                    .put("sha256", Guard.digest(bytes)));
    ArrayNode codes = root.putArray("codes");
    rules
        .codes()
        .forEach(
            c ->
                codes
                    .addObject()
                    .put("of", c.of())
                    .put("system", c.system())
                    .put("code", c.code())
                    .put("display", c.display())
                    .put("source", c.source())
                    .put("status", c.status()));
    ArrayNode listed = root.putArray("rules");
    for (Rule rule : rules.rules()) {
      ObjectNode node =
          listed
              .addObject()
              .put("name", rule.name())
              .put("file", rule.file())
              .put("line", rule.line());
      rule.sources().forEach(node.putArray("sources")::add);
      rule.reads().forEach(node.putArray("reads")::add);
      ArrayNode inserts = node.putArray("inserts");
      rule.actions().forEach(a -> inserts.addObject().put("fact", a.type()).put("of", a.subject()));
    }
    return root;
  }
}
