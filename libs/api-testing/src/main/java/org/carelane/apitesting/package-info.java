/**
 * The published descriptions of the API, {@code contracts/openapi}: a test compares them with what
 * a service says of itself, and every answer that a test receives with them. For tests only.
 */
@NullMarked
package org.carelane.apitesting;

import org.jspecify.annotations.NullMarked;
