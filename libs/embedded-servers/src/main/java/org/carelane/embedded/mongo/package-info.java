/**
 * What mongo-java-server needs to stand in for MongoDB: writes that are durable when they are
 * acknowledged, documents nobody sees half changed, and indexes that are used. Everything the
 * services do is right without this package, only slower or lost on {@code kill -9}.
 */
@NullMarked
package org.carelane.embedded.mongo;

import org.jspecify.annotations.NullMarked;
