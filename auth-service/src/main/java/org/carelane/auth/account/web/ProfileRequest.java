package org.carelane.auth.account.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.carelane.auth.account.Profile;
import org.jspecify.annotations.Nullable;

/** What is {@code null} stays as it is. */
record ProfileRequest(
    @Nullable
        @Size(max = 200)
        @Pattern(regexp = "(?U)\\P{Cc}*[^\\s\\p{Cc}]\\P{Cc}*", message = "must be one line of text")
        String name,
    @Nullable String language,
    @Nullable String zone) {

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
