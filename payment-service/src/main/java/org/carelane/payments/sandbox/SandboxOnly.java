package org.carelane.payments.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;

/** A bean that exists only with the sandbox provider, in the profiles local and test. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Profile({"local", "test"})
@ConditionalOnProperty(name = "carelane.payments.provider", havingValue = "sandbox")
public @interface SandboxOnly {}
