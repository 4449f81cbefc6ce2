/**
 * What a service could not handle, for administrators: see it, send it again, or settle that it
 * will not be.
 *
 * <p>{@link org.carelane.deadletters.DeadLetterTopics} reads {@code <topic>.dlt} from its
 * beginning, {@link org.carelane.deadletters.DeadLetters} are those of the topics that this service
 * consumes, {@link org.carelane.deadletters.Redrive} sends them again and appends a {@link
 * org.carelane.deadletters.Settlement} to the same topic.
 */
@NullMarked
package org.carelane.deadletters;

import org.jspecify.annotations.NullMarked;
