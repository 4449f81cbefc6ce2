/** Publishes the public keys. */
@NullMarked
package org.carelane.auth.key.web;

import org.jspecify.annotations.NullMarked;
