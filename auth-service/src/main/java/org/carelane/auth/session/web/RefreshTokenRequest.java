package org.carelane.auth.session.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param refreshToken of the last answer with tokens; it works once
 */
@Schema(
    example =
        """
        {"refreshToken": "Gm2RkT8vWq4LxBn7Ys1cZd.Zq1xW9eRt5yUi7oPa3sDf6gHj8kLz2cVb4nMQw0ErTY"}\
        """)
record RefreshTokenRequest(@NotBlank @Size(max = 1000) String refreshToken) {

  @Override
  public String toString() {
    return "RefreshTokenRequest[]";
  }
}
