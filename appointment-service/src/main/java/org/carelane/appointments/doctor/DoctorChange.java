package org.carelane.appointments.doctor;

import java.util.List;
import org.carelane.appointments.Money;
import org.jspecify.annotations.Nullable;

/**
 * A change of a doctor's profile; {@code null} keeps the present value.
 *
 * @param accountId for a profile that has none; it stays
 */
public record DoctorChange(
    @Nullable String accountId,
    @Nullable String name,
    @Nullable String specialization,
    @Nullable Money fee,
    @Nullable List<String> languages,
    @Nullable String location,
    @Nullable String about) {}
