package org.carelane.accesstoken.verification;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a token must say to be accepted.
 *
 * @param jwksUri where the verification keys are published
 * @param clockSkew how far the clocks of two machines may differ
 */
@ConfigurationProperties("carelane")
public record AccessTokenProperties(
    @DefaultValue("http://localhost:8081/.well-known/jwks.json") URI jwksUri,
    @DefaultValue("https://carelane.example") String issuer,
    @DefaultValue("carelane") String audience,
    @DefaultValue("5s") Duration clockSkew) {}
