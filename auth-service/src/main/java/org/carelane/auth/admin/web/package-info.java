/** Accounts for administrators, over HTTP. */
@NullMarked
package org.carelane.auth.admin.web;

import org.jspecify.annotations.NullMarked;
