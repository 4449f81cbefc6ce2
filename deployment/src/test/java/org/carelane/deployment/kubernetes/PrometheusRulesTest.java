package org.carelane.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.carelane.deployment.checkout.Checkout;
import org.junit.jupiter.api.Test;

/**
 * Prometheus on one host reads the files in deployment/monitoring/rules, the Prometheus operator
 * wants the same as objects. They are written from the files by {@code mvn -pl deployment -am test
 * -Dtest=PrometheusRulesTest -Dsurefire.failIfNoSpecifiedTests=false -Dwrite}
 */
class PrometheusRulesTest {

  private static final String OBJECTS = "k8s/components/monitoring/alerts.yaml";

  @Test
  void areWhatTheRuleFilesSay() throws IOException {
    var expected = PrometheusRules.objects();
    if (System.getProperty("write") != null) {
      Files.writeString(Checkout.path(OBJECTS), expected);
    }
    assertThat(Checkout.text(OBJECTS)).isEqualTo(expected);
  }
}
