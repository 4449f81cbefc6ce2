package org.carelane.accesstoken;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who sends a request, as the access token says. A controller takes it as a parameter. */
public record Caller(String accountId, String name, String email, Set<Role> roles) {

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Reads the claims of a verified token; roles this release does not know are left out. */
  public static Caller of(Jwt token) {
    var roles = EnumSet.noneOf(Role.class);
    List<String> claimed =
        Objects.requireNonNullElse(token.getClaimAsStringList("roles"), List.of());
    Arrays.stream(Role.values()).filter(role -> claimed.contains(role.name())).forEach(roles::add);
    return new Caller(
        Objects.requireNonNull(token.getSubject()),
        text(token, "name"),
        text(token, "email"),
        Set.copyOf(roles));
  }

  private static String text(Jwt token, String claim) {
    return Objects.requireNonNullElse(token.getClaimAsString(claim), "");
  }
}
