package org.carelane.auth.session;

import org.carelane.rest.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/**
 * The session an access token was issued for. Here, unlike in the other services, the token ends
 * with it: who was signed out must not be able to change the account.
 */
@Component
public class CurrentSession {

  static final String CLAIM = "sid";

  private final Sessions sessions;

  CurrentSession(Sessions sessions) {
    this.sessions = sessions;
  }

  /** {@code null} in a token that the release before has issued. */
  public static @Nullable String idOf(Jwt token) {
    return token.getClaimAsString(CLAIM);
  }

  /**
   * @throws JwtException when it cannot be found out now
   */
  public boolean hasEnded(Jwt token) {
    var id = idOf(token);
    try {
      return id != null && !sessions.isLive(id);
    } catch (DataAccessException | ProblemException e) {
      throw new JwtException("session not looked up", e);
    }
  }
}
