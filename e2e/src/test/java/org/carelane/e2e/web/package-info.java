/**
 * What people do in a browser: a real Chromium against the running fleet. Without Chromium, or
 * where the gateway was built without the client, these tests are left out and say so.
 */
@NullMarked
package org.carelane.e2e.web;

import org.jspecify.annotations.NullMarked;
