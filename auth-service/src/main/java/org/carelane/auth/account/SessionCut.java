package org.carelane.auth.account;

import org.jspecify.annotations.Nullable;

/**
 * Which sign-ins are worth nothing any more: those of earlier generations. Saved with the new
 * password, so that no crash and no sign-in at the same moment lets one through.
 *
 * @param generation of those that begin now
 * @param spared the session of an earlier generation that goes on
 */
public record SessionCut(int generation, @Nullable String spared) {

  boolean endsSession(String session, int began) {
    return began < generation && !session.equals(spared);
  }
}
