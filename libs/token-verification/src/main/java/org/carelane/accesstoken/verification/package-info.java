/** Whether an access token is genuine. The gateway and every service decide it by this code. */
@NullMarked
package org.carelane.accesstoken.verification;

import org.jspecify.annotations.NullMarked;
