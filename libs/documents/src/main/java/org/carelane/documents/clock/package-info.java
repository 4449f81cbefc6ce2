/** Whether this process and its database agree on what time it is. */
@NullMarked
package org.carelane.documents.clock;

import org.jspecify.annotations.NullMarked;
