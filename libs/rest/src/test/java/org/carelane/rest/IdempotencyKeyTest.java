package org.carelane.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {

  /** {@code {"mode":"VIDEO","slotId":"slot-1"}}, as it lies in databases: it must never change. */
  private static final String STORED =
      "2416c691f207201fc29b692dc80afa88f0ed240e8eb80ff2d1a04c5e9a526b83";

  record Request(String slotId, String mode, @Nullable String reason) {}

  record NewerRequest(
      @Nullable Interpreter interpreter,
      String mode,
      @Nullable String reason,
      String slotId,
      @Nullable List<String> languages) {}

  record Interpreter(String language, @Nullable String dialect) {}

  @Test
  void aStoredFingerprintIsOfTheSameRequestInEveryRelease() {
    assertThat(IdempotencyKey.fingerprint(new Request("slot-1", "VIDEO", null))).isEqualTo(STORED);
    assertThat(IdempotencyKey.fingerprint(new NewerRequest(null, "VIDEO", null, "slot-1", null)))
        .as("with further members that were not sent")
        .isEqualTo(STORED);
  }

  /** {@code {"slotId":"slot-1","mode":"VIDEO","reason":null}} */
  @Test
  void whatTheFirstReleaseStoredIsRecognised() {
    var former = "72fd4997a7567ee267b40d9f03ea7dfbb36b4c889b6f111bbbf205dae5075317";
    assertThat(IdempotencyKey.isFingerprintOf(former, new Request("slot-1", "VIDEO", null)))
        .isTrue();
    assertThat(IdempotencyKey.isFingerprintOf(former, new Request("slot-1", "VIDEO", "other")))
        .isFalse();
    assertThat(IdempotencyKey.isFingerprintOf(STORED, new Request("slot-1", "VIDEO", null)))
        .isTrue();
  }

  @Test
  void otherRequestsHaveOtherFingerprints() {
    assertThat(
            List.of(
                new Request("slot-2", "VIDEO", null),
                new Request("slot-1", "VIDEO", ""),
                new NewerRequest(null, "VIDEO", null, "slot-1", List.of()),
                new NewerRequest(new Interpreter("tr", null), "VIDEO", null, "slot-1", null),
                new NewerRequest(new Interpreter("tr", "x"), "VIDEO", null, "slot-1", null)))
        .extracting(IdempotencyKey::fingerprint)
        .doesNotHaveDuplicates()
        .doesNotContain(STORED);
  }
}
