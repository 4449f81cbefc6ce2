/**
 * The servers Carelane needs, run from jars: a MongoDB-compatible database, a Kafka broker and a
 * mail server. Tests start them in their own JVM on free ports; the local fleet runs each as a
 * process of its own through its {@code main}. All listen on the loopback address only.
 */
@NullMarked
package org.carelane.embedded;

import org.jspecify.annotations.NullMarked;
