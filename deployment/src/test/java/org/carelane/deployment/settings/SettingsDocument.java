package org.carelane.deployment.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.carelane.deployment.checkout.Checkout;
import org.carelane.deployment.checkout.Setting;

/** docs/settings.md: its rows by the heading they stand under. */
record SettingsDocument(Map<String, List<Row>> sections) {

  /** {@code | `VARIABLE` | `property` | default | unit | meaning |} */
  record Row(String variable, String property, String defaults, String unit, String meaning) {

    private static final Pattern CELLS =
        Pattern.compile("\\| `(\\w+)` \\|(?: `([^`]+)`)? \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");

    String row() {
      return "`%s` | `%s` | %s".formatted(variable, property, defaults);
    }

    boolean hasUnitFor(String type) {
      return switch (type) {
        case "java.time.Duration" -> unit.equals("duration");
        case "org.springframework.util.unit.DataSize" -> unit.equals("size");
        case "java.lang.Integer", "java.lang.Long" -> Set.of("number", "%").contains(unit);
        default -> !unit.isBlank();
      };
    }
  }

  static SettingsDocument read() {
    var sections = new LinkedHashMap<String, List<Row>>();
    var heading = "";
    for (var line : Checkout.text("docs/settings.md").lines().toList()) {
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

  /** What the first three cells of a setting's row must say. */
  static String row(Setting setting) {
    var usual = setting.usual().isEmpty() ? "none" : "`" + setting.usual() + "`";
    var local = setting.local();
    return "`%s` | `%s` | %s"
        .formatted(
            setting.variable(),
            setting.property(),
            local.isEmpty() || local.equals(setting.usual())
                ? usual
                : usual + " [`" + local + "`]");
  }

  List<Row> section(String heading) {
    return sections.getOrDefault(heading, List.of());
  }
}
