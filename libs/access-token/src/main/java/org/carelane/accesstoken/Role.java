package org.carelane.accesstoken;

/** What an account may be. */
public enum Role {
  PATIENT,
  DOCTOR,
  ADMIN
}
