package org.carelane.rest;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class ProblemAdviceTest {

  private static final class DatabaseIsAway extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @RestController
  static class Desk {

    @GetMapping("/away")
    String away() {
      throw new IllegalStateException("cannot", new DatabaseIsAway());
    }

    @GetMapping("/broken")
    String broken() {
      throw new IllegalStateException("secret");
    }
  }

  private final MockMvc http =
      MockMvcBuilders.standaloneSetup(new Desk()).setControllerAdvice(advice()).build();

  private static ProblemAdvice advice() {
    Outage outage = failure -> failure.getCause() instanceof DatabaseIsAway;
    var beans = new StaticListableBeanFactory();
    beans.addBean("outage", outage);
    return new ProblemAdvice(beans.getBeanProvider(Outage.class));
  }

  @Test
  void anOutageIsToBeWaitedOut() throws Exception {
    http.perform(get("/away"))
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().string("Retry-After", "2"))
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.type").value("urn:carelane:problem:service-unavailable"));
  }

  @Test
  void aFaultOfOursShowsNothingOfIt() throws Exception {
    http.perform(get("/broken"))
        .andExpect(status().isInternalServerError())
        .andExpect(jsonPath("$.type").value("urn:carelane:problem:internal-error"))
        .andExpect(jsonPath("$.detail").value("Something went wrong on our side."));
  }
}
