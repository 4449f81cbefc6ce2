/** E-mails to patients, from the booking's command to the reply, and e-mails about accounts. */
@NullMarked
package org.carelane.notifications.notification;

import org.jspecify.annotations.NullMarked;
