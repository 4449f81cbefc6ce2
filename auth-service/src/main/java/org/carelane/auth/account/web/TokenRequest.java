package org.carelane.auth.account.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record TokenRequest(@NotBlank @Size(max = 200) String token) {

  @Override
  public String toString() {
    return "TokenRequest[]";
  }
}
