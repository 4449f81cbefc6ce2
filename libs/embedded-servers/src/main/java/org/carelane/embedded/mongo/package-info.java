/**
 * Lets mongo-java-server stand in for MongoDB: acknowledged writes are durable, nobody reads a
 * half-changed document, and indexes are used. Without this package services would be correct, but
 * slower, and would lose data on {@code kill -9}.
 */
@NullMarked
package org.carelane.embedded.mongo;

import org.jspecify.annotations.NullMarked;
