/** Tests of what watches the services: the files in {@code monitoring/}. */
@NullMarked
package org.carelane.deployment.monitoring;

import org.jspecify.annotations.NullMarked;
