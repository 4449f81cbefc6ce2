/**
 * A service's OpenAPI document says what holds for every operation by convention: who may call it,
 * which problems it can answer, which members are always there. A controller says only what is its
 * own: names, a summary, and the types of the problems that no other operation has.
 */
@NullMarked
package org.carelane.apidescription;

import org.jspecify.annotations.NullMarked;
