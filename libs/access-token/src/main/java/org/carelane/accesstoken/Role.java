package org.carelane.accesstoken;

/** A role of an account. */
public enum Role {
  PATIENT,
  DOCTOR,
  ADMIN
}
