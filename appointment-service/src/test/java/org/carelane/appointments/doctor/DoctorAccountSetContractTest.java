package org.carelane.appointments.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.carelane.contracttesting.Contract;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DoctorAccountSetContractTest {

  @Test
  void isWhatWasPromised() {
    var contract = Contract.of("doctor.events", "DoctorAccountSet");
    var json = JsonMapper.shared();
    var event =
        json.writeValueAsString(
            new DoctorAccountSet(
                "01a2c8f0-5b1e-7c43-9d2a-4e6f8a0b1c2d",
                "01a41b3e-90d4-7a6f-8c15-2b7d9e3f5a61",
                Instant.parse("2027-03-04T09:12:30.417Z")));
    contract.assertValid(event);
    assertThat(json.readTree(event)).isEqualTo(json.readTree(contract.example()));
  }
}
