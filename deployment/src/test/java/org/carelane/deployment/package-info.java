/** Tests of how Carelane is run: containers, Kubernetes, monitoring, settings. */
@NullMarked
package org.carelane.deployment;

import org.jspecify.annotations.NullMarked;
