/** Payments over HTTP: patients see their own, administrators all. */
@NullMarked
package org.carelane.payments.payment.web;

import org.jspecify.annotations.NullMarked;
