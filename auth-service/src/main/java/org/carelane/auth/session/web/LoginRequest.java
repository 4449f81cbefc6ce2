package org.carelane.auth.session.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

@Schema(
    example =
        """
        {"email": "patient@carelane.example", "password": "carelane-demo-patient"}\
        """)
record LoginRequest(
    @NotBlank @Size(max = 320) String email, @NotEmpty @Size(max = 1000) String password) {

  @Override
  public String toString() {
    return "LoginRequest[]";
  }
}
