@NullMarked
package org.carelane.chat.message.kafka;

import org.jspecify.annotations.NullMarked;
