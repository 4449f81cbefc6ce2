package org.carelane.chat.conversation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.carelane.accesstoken.Caller;
import org.carelane.chat.Problems;
import org.carelane.chat.conversation.Conversations;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(
    name = "Conversations",
    description = "Between a doctor and a patient, once an appointment was confirmed")
@RequestMapping("/api/v1/conversations")
class ConversationController {

  private final Conversations conversations;

  ConversationController(Conversations conversations) {
    this.conversations = conversations;
  }

  @Operation(
      operationId = "listConversations",
      summary = "List conversations, newest activity first")
  @ApiResponse(responseCode = "200", description = "A page of conversations")
  @GetMapping
  Page<ConversationView> list(Caller caller, PageRequest page) {
    var reader = caller.accountId();
    return conversations.of(reader, page).map(it -> ConversationView.of(it, reader));
  }

  @Operation(operationId = "getConversation", summary = "Get a conversation")
  @ApiResponse(responseCode = "200", description = "The conversation as it is now")
  @GetMapping("/{id}")
  ConversationView get(
      Caller caller,
      @Parameter(description = "A conversation's", example = "018f5e81-90c4-7d52-8b3e-6a1f0c7d2e49")
          @PathVariable
          String id) {
    var reader = caller.accountId();
    return conversations
        .find(id, reader)
        .map(it -> ConversationView.of(it, reader))
        .orElseThrow(Problems::notFound);
  }
}
