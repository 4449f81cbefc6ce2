package org.carelane.notifications.inbox.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.carelane.accesstoken.Caller;
import org.carelane.notifications.inbox.Inbox;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.carelane.rest.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own inbox. */
@RestController
@Tag(name = "Notifications", description = "The caller's inbox")
@RequestMapping("/api/v1/notifications")
class InboxController {

  private final Inbox inbox;

  InboxController(Inbox inbox) {
    this.inbox = inbox;
  }

  @Operation(operationId = "listNotifications", summary = "List notifications, newest first")
  @ApiResponse(responseCode = "200", description = "A page of notifications")
  @GetMapping
  Page<InboxItemView> list(
      Caller caller,
      @Parameter(description = "Whether to leave out what is read", example = "true")
          @RequestParam(defaultValue = "false")
          boolean unread,
      PageRequest page) {
    return inbox.of(caller.accountId(), unread, page).map(InboxItemView::of);
  }

  @Operation(operationId = "countUnreadNotifications", summary = "Count the unread")
  @ApiResponse(responseCode = "200", description = "How many are unread")
  @GetMapping("/unread-count")
  UnreadCount unreadCount(Caller caller) {
    return new UnreadCount(inbox.countUnread(caller.accountId()));
  }

  @Operation(operationId = "markNotificationRead", summary = "Mark a notification as read")
  @ApiResponse(responseCode = "204", description = "It is read, now or before")
  @PostMapping("/{id}/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(
      Caller caller,
      @Parameter(description = "A notification's", example = "018f5d21-8e4f-7a61-9b27-c3d0f7e5a814")
          @PathVariable
          String id) {
    if (!inbox.markRead(caller.accountId(), id)) {
      throw ProblemException.notFound();
    }
  }

  @Operation(operationId = "markAllNotificationsRead", summary = "Mark all as read")
  @ApiResponse(responseCode = "204", description = "All are read")
  @PostMapping("/read-all")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void readAll(Caller caller) {
    inbox.markAllRead(caller.accountId());
  }

  @Schema(
      example =
          """
          {"unread": 3}\
          """)
  record UnreadCount(long unread) {}
}
