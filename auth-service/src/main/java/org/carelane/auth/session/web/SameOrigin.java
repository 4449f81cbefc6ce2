package org.carelane.auth.session.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.carelane.auth.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Whether a request that brings a cookie comes from a page of ours. The cookie is not sent from
 * other sites anyway; this holds as well where a browser does not know {@code SameSite}, and
 * against pages of sibling hosts. A browser says where a request comes from, and no page can change
 * that.
 */
@Component
class SameOrigin {

  private static final String SEC_FETCH_SITE = "Sec-Fetch-Site";
  private static final String SAME_ORIGIN = "same-origin";

  private final String origin;

  SameOrigin(BrowserProperties properties) {
    this.origin = originOf(URI.create(properties.publicUrl()));
  }

  /**
   * @throws org.carelane.rest.ProblemException when it comes from elsewhere, or does not say
   */
  void require(HttpServletRequest request) {
    var site = request.getHeader(SEC_FETCH_SITE);
    boolean ours =
        site == null
            ? origin.equalsIgnoreCase(request.getHeader(HttpHeaders.ORIGIN))
            : site.equals(SAME_ORIGIN);
    if (!ours) {
      throw Problems.crossSiteRequest();
    }
  }

  private static String originOf(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }
}
