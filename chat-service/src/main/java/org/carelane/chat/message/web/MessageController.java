package org.carelane.chat.message.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Messages", description = "What is written in a conversation")
@RequestMapping("/api/v1/conversations/{id}")
class MessageController {

  private final MessageHistory history;
  private final MessageProcess process;

  MessageController(MessageHistory history, MessageProcess process) {
    this.history = history;
    this.process = process;
  }

  @Operation(
      operationId = "listMessages",
      summary = "List messages, newest first",
      description =
          "With after, a message's id: the messages after it, oldest first. After a lost"
              + " connection: subscribe again, then page with after the last message known.")
  @ApiResponse(responseCode = "200", description = "A page of messages")
  @GetMapping("/messages")
  Page<MessageView> page(
      Caller caller,
      @Parameter(description = "A conversation's", example = "018f5e81-90c4-7d52-8b3e-6a1f0c7d2e49")
          @PathVariable
          String id,
      @Parameter(
              description = "id of a message: those after it, oldest first",
              example = "018f5e82-4f6d-7b08-9c1a-3e5d7f9b1c20")
          @RequestParam
          @Nullable String after,
      PageRequest page) {
    var messages =
        after == null
            ? history.latest(caller.accountId(), id, page)
            : history.since(caller.accountId(), id, after, page);
    return messages.map(MessageView::of);
  }

  @Operation(operationId = "sendMessage", summary = "Send a message")
  @ApiResponse(responseCode = "201", description = "Sent; the same again for the same key")
  @ApiResponse(responseCode = "409", description = "conversation-busy")
  @ApiResponse(responseCode = "422", description = "idempotency-key-reused")
  @PostMapping("/messages")
  @ResponseStatus(HttpStatus.CREATED)
  MessageView send(
      Caller caller,
      @Parameter(description = "A conversation's", example = "018f5e81-90c4-7d52-8b3e-6a1f0c7d2e49")
          @PathVariable
          String id,
      @Valid @RequestBody MessageDraft draft,
      @Nullable IdempotencyKey key) {
    return MessageView.of(process.send(caller.accountId(), id, draft, key));
  }

  @Operation(operationId = "markMessagesRead", summary = "Mark messages as read up to one")
  @ApiResponse(responseCode = "204", description = "They are read, now or before")
  @PostMapping("/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(
      Caller caller,
      @Parameter(description = "A conversation's", example = "018f5e81-90c4-7d52-8b3e-6a1f0c7d2e49")
          @PathVariable
          String id,
      @Valid @RequestBody ReadUpTo read) {
    history.markRead(caller.accountId(), id, read.upTo());
  }

  /**
   * @param upTo id of the last message read
   */
  @Schema(
      example =
          """
          {"upTo": "018f5e82-4f6d-7b08-9c1a-3e5d7f9b1c20"}\
          """)
  record ReadUpTo(@NotBlank String upTo) {}
}
