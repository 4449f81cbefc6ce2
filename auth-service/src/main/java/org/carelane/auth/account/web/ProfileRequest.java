package org.carelane.auth.account.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.carelane.auth.account.Profile;
import org.carelane.rest.text.Line;
import org.jspecify.annotations.Nullable;

/**
 * What is null or missing stays as it is.
 *
 * @param language BCP 47 tag
 * @param zone IANA time zone
 */
@Schema(
    example =
        """
        {"name": "Ada King", "language": "en-GB", "zone": "Europe/London"}\
        """)
record ProfileRequest(
    @Nullable @Line(max = 200) String name, @Nullable String language, @Nullable String zone) {

  Profile appliedTo(Profile profile) {
    return new Profile(
        Objects.requireNonNullElse(name, profile.name()),
        language == null ? profile.language() : Locales.language(language),
        zone == null ? profile.zone() : Locales.zone(zone));
  }

  @Override
  public String toString() {
    return "ProfileRequest[]";
  }
}
