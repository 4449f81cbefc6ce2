/** The RSA keys that sign access tokens: shared by replicas, encrypted in the database, rotated. */
@NullMarked
package org.carelane.auth.key;

import org.jspecify.annotations.NullMarked;
