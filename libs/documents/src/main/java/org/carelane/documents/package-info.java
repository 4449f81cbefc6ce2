/** Changing a document that others may change at the same time. */
@NullMarked
package org.carelane.documents;

import org.jspecify.annotations.NullMarked;
