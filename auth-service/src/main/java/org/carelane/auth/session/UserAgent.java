package org.carelane.auth.session;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What a client calls itself, by which its owner knows it again in the list of sessions. */
public final class UserAgent {

  private static final int MAX_LENGTH = 200;

  private UserAgent() {}

  /** {@code null} if it says nothing; at most 200 characters, and none that controls a terminal. */
  public static @Nullable String of(HttpServletRequest request) {
    return bounded(request.getHeader(HttpHeaders.USER_AGENT));
  }

  static @Nullable String bounded(@Nullable String header) {
    if (header == null) {
      return null;
    }
    var text = header.replaceAll("[\\p{C}\\s]+", " ").strip();
    if (text.isEmpty()) {
      return null;
    }
    int length = text.codePointCount(0, text.length());
    return length <= MAX_LENGTH ? text : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH));
  }
}
