package dev.spotter.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** Callers who ask all the time, and remember every decision that was acknowledged. */
final class Load implements AutoCloseable {
  final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  final AtomicInteger refused = new AtomicInteger();

  /** Answers that were given without a decision: there must be none. */
  final AtomicInteger unrecorded = new AtomicInteger();

  private final List<Thread> callers = new ArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private volatile boolean ended;

  Load(IntSupplier port, int callers) {
    for (int i = 0; i < callers; i++) {
      int number = i;
      Thread thread = new Thread(() -> ask(port, number));
      thread.start();
      this.callers.add(thread);
    }
  }

  private void ask(IntSupplier port, int number) {
    for (int i = 0; !ended; i++) {
      String body = "{\"id\": \"c" + number + "-" + i % 7 + "\", \"soreness\": {\"worst\": 4}}";
      try {
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port.getAsInt() + "/v1/assessments"))
                    .timeout(Duration.ofSeconds(40))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
          refused.incrementAndGet();
          Thread.sleep(20);
        } else if (answer.headers().firstValue("X-Decision-Id").isEmpty()) {
          unrecorded.incrementAndGet();
        } else {
          acknowledged.add(answer.headers().firstValue("X-Decision-Id").get());
        }
      } catch (IOException | InterruptedException e) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until so many more are acknowledged. */
  void more(int count) throws InterruptedException {
    int wanted = acknowledged.size() + count;
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (acknowledged.size() < wanted) {
      if (System.nanoTime() > until) {
        throw new AssertionError("not back within a minute: " + acknowledged.size());
      }
      Thread.sleep(5);
    }
  }

  @Override
  public void close() {
    ended = true;
    for (Thread caller : callers) {
      try {
        caller.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
