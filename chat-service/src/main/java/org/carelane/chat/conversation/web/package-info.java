@NullMarked
package org.carelane.chat.conversation.web;

import org.jspecify.annotations.NullMarked;
