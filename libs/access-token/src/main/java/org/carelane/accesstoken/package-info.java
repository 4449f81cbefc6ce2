/**
 * Every service verifies access tokens itself, against the keys auth-service publishes. Nothing is
 * open unless a service lists it in {@link org.carelane.accesstoken.PublicPaths}.
 */
@NullMarked
package org.carelane.accesstoken;

import org.jspecify.annotations.NullMarked;
