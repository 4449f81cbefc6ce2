/** RegistrationProcess and asking who one is, over HTTP. */
@NullMarked
package org.carelane.auth.account.web;

import org.jspecify.annotations.NullMarked;
