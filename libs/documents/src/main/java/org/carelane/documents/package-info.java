/**
 * What services do alike with stored documents: change them together, find them, list them page by
 * page.
 */
@NullMarked
package org.carelane.documents;

import org.jspecify.annotations.NullMarked;
