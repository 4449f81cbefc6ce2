package org.carelane.e2e.web;

import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.carelane.e2e.Clinic;

/** Where doctors and administrators create and delete free times. */
record FreeTimesEditor(Visitor visitor) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  /** Each morning, weekends too: six times a day. */
  void createFor(LocalDate first, LocalDate last) {
    var shown = YearMonth.now(Clinic.ZONE);
    shown = choose(first, shown);
    choose(last, shown);
    visitor.uncheck("Not at weekends").press("Create these times");
  }

  private YearMonth choose(LocalDate day, YearMonth shown) {
    var calendar = visitor.page().getByRole(AriaRole.APPLICATION);
    var month = shown;
    for (; month.isBefore(YearMonth.from(day)); month = month.plusMonths(1)) {
      calendar.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Next")).first().click();
    }
    var name = Pattern.compile("(^|\\D)" + DAY.format(day));
    calendar.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name)).click();
    return month;
  }
}
