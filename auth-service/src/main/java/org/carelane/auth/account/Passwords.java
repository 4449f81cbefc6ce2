package org.carelane.auth.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and compares passwords with bcrypt, which needs little memory, unlike Argon2. The stored
 * hash names its algorithm, so that a later release can use another one.
 *
 * <p>Hashing runs on one platform thread per core. On virtual threads, many sign-ins at once would
 * block all other requests.
 */
@Component
public class Passwords implements DisposableBean {

  /** bcrypt ignores the bytes after these. */
  static final int MAX_BYTES = 72;

  private static final String BCRYPT = "bcrypt";

  private final PasswordEncoder encoder;
  private final String nobodys;
  private final ExecutorService cores =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().name("password-", 0).daemon().factory());

  Passwords(PasswordProperties properties) {
    var bcrypt = new BCryptPasswordEncoder(properties.bcryptStrength());
    encoder = new DelegatingPasswordEncoder(BCRYPT, Map.of(BCRYPT, bcrypt));
    nobodys = hash("nobody's password");
  }

  /**
   * @param password no longer than {@link PasswordPolicy} allows
   */
  public String hash(String password) {
    return onCores(() -> encoder.encode(normalized(password)));
  }

  public boolean match(String password, String hash) {
    var matches = onCores(() -> encoder.matches(normalized(password), hash));
    return matches && bytesOf(password) <= MAX_BYTES;
  }

  /** Takes as long as {@link #match}, for when there is no account. */
  public void matchNobody(String password) {
    match(password, nobodys);
  }

  /** Whether the hash was made with a lower strength than the configured one. */
  public boolean isOutdated(String hash) {
    return encoder.upgradeEncoding(hash);
  }

  static int bytesOf(String password) {
    return normalized(password).getBytes(UTF_8).length;
  }

  /** In NFKC, because keyboards encode the same letter differently. */
  private static String normalized(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> T onCores(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, cores).join();
  }

  @Override
  public void destroy() {
    cores.shutdown();
  }
}
