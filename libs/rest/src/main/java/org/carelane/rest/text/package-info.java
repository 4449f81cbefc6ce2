/**
 * What a text is that people write and read, the same in every service. {@link
 * org.carelane.rest.text.Line} and {@link org.carelane.rest.text.Prose} on a member of a request
 * bring it into one form when it is read, and check it.
 */
@NullMarked
package org.carelane.rest.text;

import org.jspecify.annotations.NullMarked;
