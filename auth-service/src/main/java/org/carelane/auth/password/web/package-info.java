/** Change and reset of passwords, over HTTP. */
@NullMarked
package org.carelane.auth.password.web;

import org.jspecify.annotations.NullMarked;
