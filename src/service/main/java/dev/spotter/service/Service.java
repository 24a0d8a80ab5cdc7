package dev.spotter.service;

import dev.spotter.Following;
import dev.spotter.Spotter;
import dev.spotter.cds.NotAnswered;
import dev.spotter.publish.Judged;
import dev.spotter.rules.RuleFailed;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service: answers over HTTP until it is closed. Logs go to slf4j: {@code dev.spotter.access}
 * has a line for each request, {@code dev.spotter.edits} one for each edit of the rules, and
 * neither ever holds what was asked or answered.
 */
public final class Service implements AutoCloseable {
  private static final Logger ACCESS = LoggerFactory.getLogger("dev.spotter.access");

  /** Others are told apart by nobody: their names are the caller's. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final Logger LOG = LoggerFactory.getLogger("dev.spotter.service");

  private final Settings settings;
  private final Figures figures = new Figures();
  private final Edits edits = new Edits(figures);
  private final Guard guard;
  private final Decisions decisions;
  private final @Nullable Following following;
  private final Supplier<Spotter> now;
  private final Javalin server;
  private volatile boolean ready;

  private Service(Settings settings) {
    this.settings = settings;
    this.guard = new Guard(settings);
    this.decisions = new Decisions(settings);
    if (settings.rules() == null) {
      Spotter packed = Spotter.packed().withZone(settings.zone());
      decisions.checkMask(packed.rules());
      this.following = null;
      this.now = () -> packed;
    } else {
      Following folder = Spotter.watch(settings.rules(), this::judged);
      try {
        decisions.checkMask(folder.now().rules());
      } catch (SettingsRefused e) {
        folder.close();
        throw e;
      }
      this.following = folder;
      this.now = () -> folder.now().withZone(settings.zone());
    }
    figures.rules(() -> now.get().rules().rules().size());
    this.server = Javalin.create(this::configure);
  }

  /**
   * Loads the rules and begins to answer.
   *
   * @throws SettingsRefused if the keys for signed tokens cannot be used, or something is to be
   *     masked that the rules do not ask
   * @throws dev.spotter.rules.RulesRefused if the rules do not compile
   * @throws dev.spotter.record.RecordFailed if there is to be a record, and it cannot be opened
   * @throws io.javalin.util.JavalinBindException if another program listens there
   */
  public static Service start(Settings settings) {
    Service service = new Service(settings);
    try {
      service.server.start();
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
    service.ready = true;
    return service;
  }

  private void judged(Judged judged) {
    edits.judged(judged);
    if (judged.accepted()) {
      decisions.unmasked(judged.rules()).forEach(m -> LOG.warn("since this edit, {}", m));
    }
  }

  /** The port it listens at. */
  public int port() {
    return server.port();
  }

  /** The rules that answer now. */
  public Spotter spotter() {
    return now.get();
  }

  /** Every route, as {@code GET /v1/rules}, and the role that it needs. */
  Map<String, Role> routes() {
    Map<String, Role> routes = new TreeMap<>();
    server.unsafe.internalRouter.allHttpHandlers().stream()
        .map(h -> h.endpoint)
        .filter(e -> e.method.isHttpMethod())
        .forEach(e -> routes.put(e.method.name() + " " + e.path, role(e)));
    return routes;
  }

  private static Role role(Endpoint endpoint) {
    Roles roles = endpoint.metadata(Roles.class);
    return (Role) Objects.requireNonNull(roles).getRoles().iterator().next();
  }

  /** Takes no more requests, and waits for those that are under way as long as the settings say. */
  @Override
  public void close() {
    ready = false;
    try {
      server.stop();
    } catch (JavalinException e) {
      LOG.warn("requests were still under way after {} s", settings.shutdown().toSeconds());
    } finally {
      if (following != null) {
        following.close();
      }
      decisions.close();
      figures.close();
    }
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = settings.limits().bodyBytes();
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    config.jetty.threadPool = new QueuedThreadPool(settings.limits().threads(), 4);
    config.jetty.modifyHttpConfiguration(this::limit);
    config.jetty.modifyServer(this::grace);
    config.requestLogger.http(this::log);
    routes(config.routes);
  }

  /** What is refused before it is a request at all. */
  private void limit(HttpConfiguration http) {
    http.setSendServerVersion(false);
    // Otherwise a token or an origin in other capitals passes for one sent before on the
    // connection.
    http.setHeaderCacheCaseSensitive(true);
    http.setRequestHeaderSize(16_384);
    http.setMinRequestDataRate(64);
    http.setIdleTimeout(settings.limits().time().toMillis());
  }

  private void grace(Server jetty) {
    jetty.setStopTimeout(settings.shutdown().toMillis());
    jetty.insertHandler(new GracefulHandler());
    jetty.setErrorHandler(new JettyProblems());
    for (var connector : jetty.getConnectors()) {
      if (connector instanceof ServerConnector http) {
        http.setIdleTimeout(settings.limits().time().toMillis());
      }
    }
  }

  private void routes(RoutesConfig routes) {
    Assessing assessing = new Assessing(now, settings.limits(), figures, decisions);
    Knowledge knowledge = new Knowledge(now);
    OpenApi openApi = new OpenApi();
    routes.before(Requests::begin);
    routes.before(guard::host);
    routes.beforeMatched(guard::role);
    routes.get("/health", c -> c.json(Map.of("status", "up")), Role.ANYONE);
    routes.get("/ready", this::ready, Role.ANYONE);
    routes.get("/openapi.json", c -> openApi.get(c, now.get().rules()), Role.ANYONE);
    routes.get("/metrics", figures::get, Role.READER);
    routes.get("/v1/questions", knowledge::questions, Role.READER);
    routes.get("/v1/schema", knowledge::schema, Role.READER);
    routes.get("/v1/schema/answer", knowledge::answerSchema, Role.READER);
    routes.get("/v1/rules", knowledge::rules, Role.READER);
    routes.get("/v1/rules/book", knowledge::book, Role.READER);
    routes.post("/v1/assessments", assessing::post, Role.ASSESSOR);
    routes.get("/v1/decisions/{id}", decisions::get, Role.AUDITOR);
    routes.get("/v1/clients/{id}/timeline", decisions::timeline, Role.ASSESSOR);
    routes.get("/v1/edits", edits::get, Role.AUDITOR);
    routes.post("/v1/edits", c -> Edits.post(c, following), Role.EDITOR);
    FhirRoutes fhir = new FhirRoutes(now, settings, figures, decisions);
    routes.get("/fhir/metadata", fhir::capability, Role.ANYONE);
    routes.get("/fhir/Questionnaire", fhir::search, Role.READER);
    routes.get("/fhir/Questionnaire/{id}", fhir::questionnaire, Role.READER);
    routes.get("/fhir/OperationDefinition/{id}", fhir::operation, Role.READER);
    routes.post("/fhir/QuestionnaireResponse/$assess", fhir::assess, Role.ASSESSOR);
    CdsRoutes cds = new CdsRoutes(now, settings, figures, decisions);
    routes.before(CdsRoutes.SERVICES + "*", cds::origin);
    routes.get(CdsRoutes.SERVICES, cds::discovery, Role.CLINICIAN_APP);
    routes.post(CdsRoutes.SERVICE, cds::cards, Role.CLINICIAN_APP);
    routes.post(CdsRoutes.FEEDBACK, cds::feedback, Role.CLINICIAN_APP);
    failures(routes);
  }

  private void ready(Context context) {
    if (!ready) {
      throw new Refused(503, "Not ready", "the service is starting or stopping");
    }
    context.json(Map.of("status", "ready", "ruleSet", now.get().rules().id()));
  }

  private static void failures(RoutesConfig routes) {
    routes.exception(Refused.class, (e, c) -> Problems.write(c, e));
    routes.exception(
        NotAnswered.class,
        (e, c) ->
            Problems.write(c, new Refused(e.status(), e.title(), String.valueOf(e.getMessage()))));
    routes.exception(
        HttpResponseException.class,
        (e, c) -> Problems.write(c, JettyProblems.plain(e.getStatus())));
    routes.exception(
        IOException.class,
        (e, c) -> Problems.write(c, new Refused(400, "Broken off", "the body did not come whole")));
    routes.exception(
        Exception.class,
        (e, c) -> {
          // Its message may hold what was sent; where it came from cannot.
          LOG.error("{} failed: {} at {}", Requests.id(c), e.getClass().getName(), place(e));
          Problems.write(c, new Refused(500, "A fault of ours", "please report the requestId"));
        });
  }

  private static String place(Exception e) {
    StackTraceElement[] trace = e.getStackTrace();
    String rule = e instanceof RuleFailed failed ? failed.rule() + " " : "";
    return rule + (trace.length == 0 ? "?" : trace[0].toString());
  }

  private void log(Context context, Float millis) {
    String route = context.endpoint() == null ? "-" : context.endpoint().path;
    Caller caller = Requests.caller(context);
    String method = METHODS.contains(context.method().name()) ? context.method().name() : "other";
    int status = context.statusCode();
    figures.request(method, route, status, millis);
    ACCESS.info(
        "{} {} {} {} {} {} ms",
        Requests.id(context),
        caller == null ? "-" : caller.name(),
        method,
        route,
        status,
        Math.round(millis * 10) / 10.0);
  }
}
