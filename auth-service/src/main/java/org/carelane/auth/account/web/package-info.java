/** Registration and one's own account, over HTTP. */
@NullMarked
package org.carelane.auth.account.web;

import org.jspecify.annotations.NullMarked;
