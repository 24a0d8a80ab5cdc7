package dev.spotter.service;

import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty refuses by itself, such as a header that is too long, in the same form. */
final class JettyProblems extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Refused refused = plain(status);
    response.getHeaders().put(new HttpField(HttpHeader.CONTENT_TYPE, Problems.TYPE));
    byte[] document =
        Problems.document(
            status, refused.title(), String.valueOf(refused.getMessage()), "-", Map.of());
    response.write(true, ByteBuffer.wrap(document), callback);
    return true;
  }

  /** A refusal of which only its status is known. */
  static Refused plain(int status) {
    String detail =
        switch (status) {
          case 404 -> "there is nothing here; see /openapi.json";
          case 405 -> "not by this method; see /openapi.json";
          case 413 -> "the body is too large";
          case 431 -> "the headers are too long";
          default -> "the request cannot be answered";
        };
    return new Refused(status, HttpStatus.getMessage(status), detail);
  }
}
