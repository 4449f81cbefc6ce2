package org.carelane.testservers;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * Runs a Spring test against a real database and a real broker, started once per JVM. Each
 * application context has a database of its own. Topics are shared, so a test tells its messages
 * from others' by their ids.
 *
 * <p>The servers are embedded, or containers with {@code mvn verify -Pcontainers}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextCustomizerFactories(ServersProperties.Factory.class)
public @interface WithServers {}
