package org.carelane.chat.conversation.web;

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
@RequestMapping("/api/v1/conversations")
class ConversationController {

  private final Conversations conversations;

  ConversationController(Conversations conversations) {
    this.conversations = conversations;
  }

  /** Newest activity first. */
  @GetMapping
  Page<ConversationView> list(Caller caller, PageRequest page) {
    var reader = caller.accountId();
    return conversations.of(reader, page).map(it -> ConversationView.of(it, reader));
  }

  @GetMapping("/{id}")
  ConversationView get(Caller caller, @PathVariable String id) {
    var reader = caller.accountId();
    return conversations
        .find(id, reader)
        .map(it -> ConversationView.of(it, reader))
        .orElseThrow(Problems::notFound);
  }
}
