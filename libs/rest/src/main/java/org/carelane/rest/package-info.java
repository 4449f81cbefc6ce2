/**
 * The HTTP conventions of every Carelane service: errors as RFC 9457 problems, lists as cursor
 * pages, and an {@code Idempotency-Key} that gives the id of the object it creates.
 */
@NullMarked
package org.carelane.rest;

import org.jspecify.annotations.NullMarked;
