/** Accounts: e-mail, password hash, roles; unique by e-mail. */
@NullMarked
package org.carelane.auth.account;

import org.jspecify.annotations.NullMarked;
