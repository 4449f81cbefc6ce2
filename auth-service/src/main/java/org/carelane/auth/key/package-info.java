/** The RSA keys that sign access tokens: shared by replicas, sealed at rest, rotated. */
@NullMarked
package org.carelane.auth.key;

import org.jspecify.annotations.NullMarked;
