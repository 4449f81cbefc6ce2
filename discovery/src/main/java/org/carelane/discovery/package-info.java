/** The fleet's register: services announce themselves here and look each other up by name. */
@NullMarked
package org.carelane.discovery;

import org.jspecify.annotations.NullMarked;
