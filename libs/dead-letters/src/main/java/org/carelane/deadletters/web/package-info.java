/** Dead letters over HTTP, for administrators. */
@NullMarked
package org.carelane.deadletters.web;

import org.jspecify.annotations.NullMarked;
