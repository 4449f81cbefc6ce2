/** E-mails owed to patients, from the command to the reply. */
@NullMarked
package org.carelane.notifications.notification;

import org.jspecify.annotations.NullMarked;
