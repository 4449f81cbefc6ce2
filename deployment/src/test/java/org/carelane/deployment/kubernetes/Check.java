package org.carelane.deployment.kubernetes;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
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

  static Check of(String name, Function<Manifests, Stream<String>> complaints) {
    return new Check(name, EnumSet.allOf(Overlay.class), complaints);
  }

  /** Met by each of the project's services. */
  static Check ofServices(String name, BiPredicate<Workload, Manifests> met) {
    return of(name, it -> not(met, it.instances(), it));
  }

  /** Met by whatever runs pods. */
  static Check ofPods(String name, BiPredicate<Workload, Manifests> met) {
    return of(name, it -> not(met, it.workloads(), it));
  }

  Check inProduction() {
    return new Check(name, EnumSet.of(Overlay.PRODUCTION), complaints);
  }

  boolean holdsIn(Overlay overlay) {
    return overlays.contains(overlay);
  }

  List<String> of(Manifests manifests) {
    return complaints.apply(manifests).toList();
  }

  @Override
  public String toString() {
    return name;
  }

  private static Stream<String> not(
      BiPredicate<Workload, Manifests> met, List<Workload> workloads, Manifests manifests) {
    return workloads.stream().filter(it -> !met.test(it, manifests)).map(Workload::name);
  }
}
