/**
 * Tests of {@code k8s/} without a cluster. {@link org.carelane.deployment.kubernetes.Manifests} is
 * a built overlay, {@link org.carelane.deployment.checkout.Application} what the services
 * understand; a {@link org.carelane.deployment.kubernetes.Check} is a rule that both must meet.
 * Every rule is run on every overlay that it holds for, and has mutated manifests that it must
 * catch.
 */
@NullMarked
package org.carelane.deployment.kubernetes;

import org.jspecify.annotations.NullMarked;
