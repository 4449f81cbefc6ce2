/** E-mails to patients, from the booking's command to the reply. */
@NullMarked
package org.carelane.notifications.notification;

import org.jspecify.annotations.NullMarked;
