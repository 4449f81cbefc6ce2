package org.carelane.gateway.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import org.carelane.gateway.Problems;
import org.carelane.gateway.limits.RateLimits.Rate;
import org.carelane.gateway.routing.ClientAddress;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Counts requests per client in memory: each instance of the gateway counts for itself. Each method
 * counts one request, and returns what it is refused with where there were too many.
 */
@Component
public class RateLimit {

  private final LoadingCache<String, Bucket> requests;
  private final LoadingCache<String, Bucket> signIns;

  RateLimit(RateLimits limits) {
    requests = buckets(limits.requests(), limits.clients());
    signIns = buckets(limits.signIns(), limits.clients());
  }

  Optional<ErrorResponseException> ofSignIn(ServerHttpRequest request) {
    return refusal(signIns.get(ClientAddress.networkOf(request)));
  }

  Optional<ErrorResponseException> ofAccount(String account) {
    return refusal(requests.get("account " + account));
  }

  /**
   * A request without a token, or with one that is not genuine. That one must not be counted for
   * the account it names: anybody could use up the limit of anybody.
   */
  public Optional<ErrorResponseException> ofAddress(ServerHttpRequest request) {
    return refusal(requests.get(ClientAddress.networkOf(request)));
  }

  private static Optional<ErrorResponseException> refusal(Bucket bucket) {
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Problems.tooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill())));
  }

  /** A bucket not used for its whole period is full again, and can be dropped. */
  private static LoadingCache<String, Bucket> buckets(Rate rate, int clients) {
    return Caffeine.newBuilder()
        .maximumSize(clients)
        .expireAfterAccess(rate.per())
        .build(client -> bucket(rate));
  }

  private static Bucket bucket(Rate rate) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(rate.limit()).refillGreedy(rate.limit(), rate.per()))
        .build();
  }
}
