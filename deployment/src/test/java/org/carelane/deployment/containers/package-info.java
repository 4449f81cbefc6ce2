/**
 * What must hold for the images and for {@code docker-compose.yml}, said as named rules that have
 * no need of Docker. {@link org.carelane.deployment.containers.ComposeRules} is the list.
 */
@NullMarked
package org.carelane.deployment.containers;

import org.jspecify.annotations.NullMarked;
