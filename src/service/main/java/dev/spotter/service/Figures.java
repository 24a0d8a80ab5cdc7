package dev.spotter.service;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;

/** What the service counts, for Prometheus: requests and clients, never what was answered. */
final class Figures implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  Figures() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** One request came to its end. */
  void request(String method, String route, int status, double millis) {
    Timer.builder("spotter.requests")
        .description("Requests by route and status")
        .tags("method", method, "route", route, "status", String.valueOf(status))
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofNanos(100_000))
        .maximumExpectedValue(Duration.ofSeconds(30))
        .register(registry)
        .record(Duration.ofNanos((long) (millis * 1_000_000)));
  }

  /** One client was assessed, rejected or failed. */
  void answered(String status) {
    registry.counter("spotter.clients", "status", status).increment();
  }

  /** One edit of the rules took over or was refused. */
  void edited(boolean accepted) {
    registry.counter("spotter.edits", "accepted", String.valueOf(accepted)).increment();
  }

  /** How many rules are at work. */
  void rules(java.util.function.Supplier<Number> count) {
    Gauge.builder("spotter.rules", count).register(registry);
  }

  void get(Context context) {
    context.contentType("text/plain; version=0.0.4; charset=utf-8");
    context.result(registry.scrape());
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
