/** What patients see of their payments and administrators of all. */
@NullMarked
package org.carelane.payments.payment.web;

import org.jspecify.annotations.NullMarked;
