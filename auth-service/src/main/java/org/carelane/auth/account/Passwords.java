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
 * Hashes and compares passwords. bcrypt needs no memory to speak of, unlike Argon2; the stored hash
 * names its algorithm, so that another one can follow.
 *
 * <p>The work is done on as many threads of the operating system as there are cores: on virtual
 * threads, a crowd that signs in would keep every other request waiting.
 */
@Component
public class Passwords implements DisposableBean {

  /** bcrypt looks at no more. */
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

  /** Takes as long as {@link #match} when there is no account to compare with. */
  public void matchNobody(String password) {
    match(password, nobodys);
  }

  /** Whether the hash was made with less effort than is asked now. */
  public boolean isOutdated(String hash) {
    return encoder.upgradeEncoding(hash);
  }

  static int bytesOf(String password) {
    return normalized(password).getBytes(UTF_8).length;
  }

  /** Keyboards differ in how they compose a letter. */
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
