package org.carelane.auth.account.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param token the one that was mailed
 */
@Schema(
    example =
        """
        {"token": "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36.kJ3vT5hYw2nLr7sBgQx8d0MzPcUaEoFi4tGyVb6NRjA"}\
        """)
record TokenRequest(@NotBlank @Size(max = 200) String token) {

  @Override
  public String toString() {
    return "TokenRequest[]";
  }
}
