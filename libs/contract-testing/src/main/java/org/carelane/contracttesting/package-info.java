/**
 * Lets tests of sender and reader meet at the files of {@code contracts/}: {@link Contract} reads a
 * message's example and checks JSON against its schema. For tests only.
 */
@NullMarked
package org.carelane.contracttesting;

import org.jspecify.annotations.NullMarked;
