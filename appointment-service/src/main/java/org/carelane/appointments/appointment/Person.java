package org.carelane.appointments.appointment;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Someone as they were called when the appointment was requested.
 *
 * @param id of a doctor, or of a patient's account
 */
@Schema(
    example =
        """
        {"id": "018f3c2e-7d1b-7c40-9a55-2f1d9f0a6b11", "name": "Dr. Astrid Lindqvist"}\
        """)
public record Person(String id, String name) {}
