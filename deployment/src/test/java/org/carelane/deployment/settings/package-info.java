/** docs/settings.md against the configuration files and classes. */
@NullMarked
package org.carelane.deployment.settings;

import org.jspecify.annotations.NullMarked;
