package org.carelane.appointments.doctor;

import java.util.List;
import org.carelane.appointments.Money;
import org.jspecify.annotations.Nullable;

/** A change of a doctor's profile; {@code null} keeps the present value. */
public record DoctorChange(
    @Nullable String name,
    @Nullable String specialization,
    @Nullable Money fee,
    @Nullable List<String> languages,
    @Nullable String location,
    @Nullable String about) {}
