package org.carelane.rest.strict;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.carelane.rest.PageRequest;
import org.carelane.rest.text.Line;
import org.carelane.rest.text.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service with one value of each kind. */
@RestController
class Desk {

  enum Colour {
    RED,
    GREEN
  }

  record Order(
      @NotNull @Line(max = 5) String name,
      @Nullable @Prose(max = 20) String text,
      @Nullable Set<Colour> colours,
      @Nullable Integer count,
      @Nullable Boolean gift,
      @Nullable LocalDate day,
      @Nullable LocalTime time,
      @Nullable Instant at,
      @Nullable Currency currency,
      @Nullable @Valid Part part) {}

  record Part(@Nullable String id) {}

  @PostMapping("/api/orders")
  Order order(@Valid @RequestBody Order order) {
    return order;
  }

  @GetMapping("/api/orders/{number}")
  List<Long> orders(
      @PathVariable long number,
      @RequestParam(required = false) @Nullable LocalDate day,
      @RequestParam(required = false) @Nullable Instant at,
      @RequestParam(required = false) @Nullable Colour colour,
      @RequestParam(required = false) @Nullable List<Colour> colours,
      @RequestParam(defaultValue = "false") boolean gift,
      @RequestParam(required = false) @Nullable Integer count,
      PageRequest page) {
    return List.of(number);
  }
}
