/** Another password: by who knows the present one, or by who reads the account's mail. */
@NullMarked
package org.carelane.auth.password;

import org.jspecify.annotations.NullMarked;
