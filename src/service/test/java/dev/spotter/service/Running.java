package dev.spotter.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A real service on a free port, and ways to call it. */
final class Running implements AutoCloseable {
  static final Path ROOT =
      Path.of(System.getProperty("spotter.root", "../..")).toAbsolutePath().normalize();
  static final Path RULES = ROOT.resolve("rules");

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  final Service service;

  private Running(Service service) {
    this.service = service;
  }

  /** One on loopback with settings of the environment beside the usual ones. */
  static Running with(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>();
    all.put("SPOTTER_LISTEN", "127.0.0.1:0");
    all.put("SPOTTER_LIMITS_REQUESTS_PER_MINUTE", "0");
    all.putAll(environment);
    return new Running(Service.start(SettingsReader.read(null, all)));
  }

  /** A route with an id in the place of its parameter. */
  static String filled(String route) {
    return route.replace("{id}", route.contains("OperationDefinition") ? "assess" : "spotter");
  }

  int port() {
    return service.port();
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(60));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = to(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> post(String path, String type, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        to(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Bytes as they are, and what came back until the service closed the connection. */
  String raw(byte[] bytes) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port()), 5_000);
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      try {
        out.write(bytes);
        out.flush();
        socket.shutdownOutput();
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      } catch (java.net.SocketException e) {
        return "closed: " + e.getMessage();
      }
    }
  }

  @Override
  public void close() {
    service.close();
  }
}
