/** {@code docs/failures.md} against the tests it names. */
@org.jspecify.annotations.NullMarked
package org.carelane.deployment.failures;
