package org.carelane.auth.key;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;

/** A decrypted signing key. */
record OpenKey(RSAKey jwk, Instant activeFrom, Instant expiresAt) {}
