package org.carelane.deployment.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.carelane.deployment.checkout.Checkout;

/** A way to run Carelane, built by the Kustomize of the kubectl on the PATH. */
enum Overlay {
  LOCAL("k8s/overlays/local"),
  PRODUCTION("k8s/overlays/production");

  private static final String LEFT_OUT = "no kubectl on the PATH to build k8s/overlays with";
  private static final boolean KUBECTL_IS_THERE = isKubectlThere();
  private static final Map<Path, Manifests> BUILT = new ConcurrentHashMap<>();

  private final String path;

  Overlay(String path) {
    this.path = path;
  }

  Manifests manifests() {
    return build(Checkout.path(path));
  }

  /** Skips the test where there is no kubectl. */
  static Manifests build(Path kustomization) {
    assumeTrue(KUBECTL_IS_THERE, LEFT_OUT);
    return BUILT.computeIfAbsent(kustomization, it -> Manifests.parse(kustomize(it)));
  }

  private static boolean isKubectlThere() {
    try {
      return run("kubectl", "version", "--client").exit() == 0;
    } catch (IOException e) {
      System.err.println("Left out: " + LEFT_OUT);
      return false;
    }
  }

  private static String kustomize(Path kustomization) {
    try {
      var result = run("kubectl", "kustomize", kustomization.toString());
      if (result.exit() != 0 || !result.errors().isBlank()) {
        throw new AssertionError("kubectl kustomize " + kustomization + ": " + result.errors());
      }
      return result.output();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Result run(String... command) throws IOException {
    var errors = File.createTempFile("kubectl", ".err");
    try {
      var process = new ProcessBuilder(command).redirectError(errors).start();
      var output = new String(process.getInputStream().readAllBytes());
      return new Result(process.waitFor(), output, Checkout.text(errors.toPath()));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      errors.delete();
    }
  }

  private record Result(int exit, String output, String errors) {}
}
