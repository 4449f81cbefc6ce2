/** The web client: files that were made by the module {@code web}. */
@NullMarked
package org.carelane.gateway.pages;

import org.jspecify.annotations.NullMarked;
