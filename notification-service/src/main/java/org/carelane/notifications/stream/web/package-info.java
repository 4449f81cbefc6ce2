@NullMarked
package org.carelane.notifications.stream.web;

import org.jspecify.annotations.NullMarked;
