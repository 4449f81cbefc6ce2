/** Lets administrators and tests look into the sandbox's books. */
@NullMarked
package org.carelane.payments.sandbox.web;

import org.jspecify.annotations.NullMarked;
