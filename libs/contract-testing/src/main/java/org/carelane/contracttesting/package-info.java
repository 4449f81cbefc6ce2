/**
 * Tests of sender and reader use the same files of {@code contracts/}: {@link Contract} reads a
 * message's example and checks JSON against its schema. For tests only.
 */
@NullMarked
package org.carelane.contracttesting;

import org.jspecify.annotations.NullMarked;
