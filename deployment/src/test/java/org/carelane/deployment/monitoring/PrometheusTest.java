package org.carelane.deployment.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What Prometheus itself says of its files; left out where it is not installed. */
class PrometheusTest {

  @Test
  void acceptsTheConfigurationAndTheRulesItNames() throws Exception {
    Promtool.passes(List.of("check", "config"), List.of(Monitoring.CONFIGURATION));
  }

  @Test
  void acceptsTheRules() throws Exception {
    Promtool.passes(List.of("check", "rules"), Monitoring.ruleFiles());
  }

  @Test
  void firesAndStaysSilentAsTheCasesSay() throws Exception {
    Promtool.passes(List.of("test", "rules"), Monitoring.ruleTests());
  }

  @Test
  void acceptsEveryQueryOfTheDashboards(@TempDir Path directory) throws Exception {
    var json = JsonMapper.shared();
    var rules = json.createArrayNode();
    for (var query : Dashboard.all().stream().flatMap(Dashboard::queries).toList()) {
      rules.addObject().put("record", "query:" + rules.size()).put("expr", plain(query));
    }
    assertThat(rules.size()).isGreaterThan(50);
    var groups = json.createObjectNode();
    groups.putArray("groups").addObject().put("name", "queries").set("rules", rules);
    var file = Files.writeString(directory.resolve("queries.yml"), groups.toString());

    Promtool.passes(List.of("check", "rules"), List.of(file));
  }

  /** With what Grafana would put in place of its variables. */
  private static String plain(String query) {
    return query.replaceAll("\\$__(rate_interval|range)", "5m").replaceAll("\\$\\w+", ".*");
  }
}
