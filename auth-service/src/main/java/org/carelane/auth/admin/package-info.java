/** What administrators do with accounts. */
@NullMarked
package org.carelane.auth.admin;

import org.jspecify.annotations.NullMarked;
