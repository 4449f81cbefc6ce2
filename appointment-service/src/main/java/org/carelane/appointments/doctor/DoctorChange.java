package org.carelane.appointments.doctor;

import java.util.List;
import org.carelane.appointments.Money;
import org.jspecify.annotations.Nullable;

/** What of a doctor's profile becomes different; {@code null} keeps what is there. */
public record DoctorChange(
    @Nullable String name,
    @Nullable String specialization,
    @Nullable Money fee,
    @Nullable List<String> languages,
    @Nullable String location,
    @Nullable String about) {}
