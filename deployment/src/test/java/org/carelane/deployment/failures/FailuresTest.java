package org.carelane.deployment.failures;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.carelane.deployment.checkout.Checkout;
import org.junit.jupiter.api.Test;

/** The page names a test for each fault, and each of them exists. */
class FailuresTest {

  private static final int COLUMNS = 5;
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)(?:#(\\w+))?`");

  private static final Map<String, String> TESTS =
      Checkout.filesBelow("", "Test.java").stream()
          .collect(
              groupingBy(
                  file -> file.getFileName().toString().replace(".java", ""),
                  mapping(Checkout::text, joining())));

  @Test
  void everyFaultHasATestThatExists() {
    var rows = Checkout.text("docs/failures.md").lines().filter(FailuresTest::isRow).toList();
    assertThat(rows).hasSizeGreaterThan(25);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.split("\\|", -1)).hasSize(COLUMNS + 2);
              assertThat(NAMED.matcher(row).results())
                  .allMatch(it -> exists(it.group(1), it.group(2)));
              assertThat(NAMED.matcher(row).find()).isTrue();
            });
  }

  private static boolean isRow(String line) {
    return line.startsWith("| ") && !line.startsWith("| fault |");
  }

  private static boolean exists(String test, String method) {
    var source = TESTS.getOrDefault(test, "");
    return !source.isEmpty() && (method == null || source.contains(" " + method + "("));
  }
}
