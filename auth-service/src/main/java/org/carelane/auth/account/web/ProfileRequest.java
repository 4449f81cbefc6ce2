package org.carelane.auth.account.web;

import java.util.Objects;
import org.carelane.auth.account.Profile;
import org.carelane.rest.text.Line;
import org.jspecify.annotations.Nullable;

/** What is {@code null} stays as it is. */
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
