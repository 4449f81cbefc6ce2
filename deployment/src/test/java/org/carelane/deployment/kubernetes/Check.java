package org.carelane.deployment.kubernetes;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule that manifests must meet.
 *
 * @param name a sentence about Carelane on Kubernetes
 * @param overlays where it holds
 * @param complaints what is wrong: nothing, if the rule is met
 */
record Check(String name, Set<Overlay> overlays, Function<Manifests, Stream<String>> complaints) {

  static Check everywhere(String name, Function<Manifests, Stream<String>> complaints) {
    return new Check(name, EnumSet.allOf(Overlay.class), complaints);
  }

  static Check inProduction(String name, Function<Manifests, Stream<String>> complaints) {
    return new Check(name, EnumSet.of(Overlay.PRODUCTION), complaints);
  }

  List<String> of(Manifests manifests) {
    return complaints.apply(manifests).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
