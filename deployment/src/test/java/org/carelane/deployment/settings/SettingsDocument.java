package org.carelane.deployment.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** docs/settings.md: its rows by the heading they stand under. */
record SettingsDocument(Map<String, List<Row>> sections) {

  /** {@code | `VARIABLE` | `property` | default | unit | meaning |} */
  record Row(String variable, String property, String defaults, String unit, String meaning) {

    private static final Pattern CELLS =
        Pattern.compile("\\| `(\\w+)` \\|(?: `([^`]+)`)? \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");

    String row() {
      return "`%s` | `%s` | %s".formatted(variable, property, defaults);
    }
  }

  static SettingsDocument read() {
    var sections = new LinkedHashMap<String, List<Row>>();
    var heading = "";
    for (var line :
        MavenModule.read(MavenModule.ROOT.resolve("docs/settings.md")).lines().toList()) {
      var cells = Row.CELLS.matcher(line);
      if (line.startsWith("## ")) {
        heading = line.substring(3);
      } else if (cells.matches()) {
        sections
            .computeIfAbsent(heading, _ -> new ArrayList<>())
            .add(
                new Row(
                    cells.group(1),
                    Objects.requireNonNullElse(cells.group(2), ""),
                    cells.group(3).strip(),
                    cells.group(4).strip(),
                    cells.group(5).strip()));
      } else if (line.startsWith("| `")) {
        throw new IllegalStateException("Not five cells: " + line);
      }
    }
    return new SettingsDocument(sections);
  }

  List<Row> section(String heading) {
    return sections.getOrDefault(heading, List.of());
  }
}
