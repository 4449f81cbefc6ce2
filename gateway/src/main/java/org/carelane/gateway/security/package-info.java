/** What a browser is told to be careful about, and whether a token is genuine. */
@NullMarked
package org.carelane.gateway.security;

import org.jspecify.annotations.NullMarked;
