/**
 * Charges a fee and refunds it, each once, however often the command comes. {@code payment} has the
 * payments, their commands and their REST API. {@code provider} is the interface to payment
 * providers; {@code sandbox} implements one that moves no money. {@code reconciliation} compares
 * payments with the provider's books. Dependencies: payment → provider ← sandbox.
 */
@NullMarked
package org.carelane.payments;

import org.jspecify.annotations.NullMarked;
