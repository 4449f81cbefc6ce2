package org.carelane.chat.message.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.carelane.accesstoken.Caller;
import org.carelane.chat.message.MessageDraft;
import org.carelane.chat.message.MessageHistory;
import org.carelane.chat.message.MessageProcess;
import org.carelane.chat.message.MessageView;
import org.carelane.rest.IdempotencyKey;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/conversations/{id}")
class MessageController {

  private final MessageHistory history;
  private final MessageProcess process;

  MessageController(MessageHistory history, MessageProcess process) {
    this.history = history;
    this.process = process;
  }

  /**
   * Newest first. With {@code after}, a message's id: the messages after it, oldest first. After a
   * lost connection: subscribe again, then page with {@code after} the last message known.
   */
  @GetMapping("/messages")
  Page<MessageView> page(
      Caller caller,
      @PathVariable String id,
      @RequestParam @Nullable String after,
      PageRequest page) {
    var messages =
        after == null
            ? history.latest(caller.accountId(), id, page)
            : history.since(caller.accountId(), id, after, page);
    return messages.map(MessageView::of);
  }

  @PostMapping("/messages")
  @ResponseStatus(HttpStatus.CREATED)
  MessageView send(
      Caller caller,
      @PathVariable String id,
      @Valid @RequestBody MessageDraft draft,
      @Nullable IdempotencyKey key) {
    return MessageView.of(process.send(caller.accountId(), id, draft, key));
  }

  @PostMapping("/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(Caller caller, @PathVariable String id, @Valid @RequestBody ReadUpTo read) {
    history.markRead(caller.accountId(), id, read.upTo());
  }

  /**
   * @param upTo id of the last message read
   */
  record ReadUpTo(@NotBlank String upTo) {}
}
