package dev.spotter.service;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a request, no more of them than allowed. */
final class Body {
  private Body() {}

  /**
   * @throws Refused if there are more
   * @throws IOException if they stop coming
   */
  static byte[] of(Context context, int most) throws IOException {
    String coding = context.header("Content-Encoding");
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw new Refused(415, "Unsupported encoding", "send the body as it is, not compressed");
    }
    try (InputStream in = context.req().getInputStream()) {
      byte[] body = context.req().getContentLengthLong() > most ? null : in.readNBytes(most + 1);
      if (body == null || body.length > most) {
        throw new Refused(413, "Too large", "at most " + most + " bytes a request")
            .header("Connection", "close");
      }
      return body;
    }
  }

  /** The first character that is no space; 0 if there is none. */
  static char first(byte[] body) {
    for (byte b : body) {
      if (b > ' ') {
        return (char) b;
      }
    }
    return 0;
  }
}
