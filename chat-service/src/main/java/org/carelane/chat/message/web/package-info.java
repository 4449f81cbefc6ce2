@NullMarked
package org.carelane.chat.message.web;

import org.jspecify.annotations.NullMarked;
