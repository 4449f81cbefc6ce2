package org.carelane.auth.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.carelane.auth.account.Accounts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Announces all accounts again, for services that do not know them: new ones, and those whose
 * database was lost. Batch by batch, and the caller keeps the place: whoever is interrupted goes on
 * from there, and a batch that is announced twice does no harm.
 */
@Component
public class Announcements {

  private static final Logger log = LoggerFactory.getLogger(Announcements.class);
  private static final int AT_ONCE = 200;

  private final Accounts accounts;

  Announcements(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * A part of all accounts, announced.
   *
   * @param announced how many accounts
   * @param next what to send as after for the next batch; null after the last one
   */
  @Schema(
      example =
          """
          {"announced": 200, "next": "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36"}\
          """)
  public record Batch(int announced, @Nullable String next) {}

  /**
   * Announces the next accounts, in the order of their ids.
   *
   * @param after the last one announced before; {@code null} for the first batch
   */
  public Batch announce(@Nullable String after, String administratorId) {
    List<String> ids = accounts.ids(after, AT_ONCE);
    ids.forEach(accounts::announce);
    log.info(
        "{} accounts from {} on announced again by administrator {}",
        ids.size(),
        ids.isEmpty() ? "nowhere" : ids.getFirst(),
        administratorId);
    return new Batch(ids.size(), ids.size() < AT_ONCE ? null : ids.getLast());
  }
}
