/**
 * What services do alike with stored documents: change them together, find them, list them page by
 * page. Some are written by newer releases, and some cannot be read.
 */
@NullMarked
package org.carelane.documents;

import org.jspecify.annotations.NullMarked;
