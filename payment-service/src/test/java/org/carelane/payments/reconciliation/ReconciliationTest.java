package org.carelane.payments.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.carelane.payments.PaymentServiceIsRunning;
import org.carelane.payments.payment.FailureReason;
import org.carelane.payments.payment.HistoryEntry;
import org.carelane.payments.payment.NextAttempt;
import org.carelane.payments.payment.Payment;
import org.carelane.payments.payment.PaymentRequest;
import org.carelane.payments.payment.PaymentState;
import org.carelane.payments.payment.PaymentStatus;
import org.carelane.payments.payment.Payments;
import org.carelane.payments.provider.ProviderBooks;
import org.carelane.rest.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Each test has a currency of its own. */
@PaymentServiceIsRunning
class ReconciliationTest {

  private static final long FEE = 8500;

  @Autowired private MongoOperations mongo;
  @Autowired private MeterRegistry meters;
  @Autowired private Payments payments;
  @Autowired private ProviderBooks books;
  private final List<String> ids = new ArrayList<>();

  @AfterEach
  void leaveTheBooksAsTheyWere() {
    for (var collection : List.of("payments", "sandbox_ledger")) {
      mongo.remove(query(where("_id").in(ids)), collection);
    }
  }

  @Test
  void findsMoneyInTheBooksThatNoPaymentKnowsOf() {
    book(Ids.next(), "CAPTURE", "NOK");

    await().untilAsserted(() -> assertThat(difference("NOK")).isEqualTo(FEE));
  }

  @Test
  void findsAPaymentThatTheBooksDoNotHave() {
    pay(new PaymentState.Captured(request("SEK")), null);

    await().untilAsserted(() -> assertThat(difference("SEK")).isEqualTo(FEE));
  }

  @Test
  void givesBackWhatWasCapturedAfterThePaymentFailed() {
    var failed = new PaymentState.Failed(request("CHF"), FailureReason.WITHDRAWN);
    var id = pay(failed, null);
    ids.add(id + ":2-refund");
    book(id, "CAPTURE", "CHF");

    await()
        .untilAsserted(
            () -> {
              var payment = payments.find(id).orElseThrow();
              assertThat(payment.state()).isInstanceOf(PaymentState.Refunded.class);
              assertThat(payment.due()).isNull();
              assertThat(books.movementsOf(List.of(id)))
                  .extracting(ProviderBooks.Movement::amountMinor)
                  .containsExactlyInAnyOrder(FEE, -FEE);
            });
    assertThat(difference("CHF")).isZero();
  }

  @Test
  void findsARefundThatTheBooksDoNotHaveUntilTheyDo() {
    var id = pay(new PaymentState.Refunded(request("DKK")), null);
    book(id, "CAPTURE", "DKK");
    await().untilAsserted(() -> assertThat(difference("DKK")).isEqualTo(FEE));

    book(id, "REFUND", "DKK");
    await().untilAsserted(() -> assertThat(difference("DKK")).isZero());
  }

  @Test
  void moneyTooMuchAndMoneyTooLittleDoNotCancelOut() {
    book(Ids.next(), "CAPTURE", "ISK");
    pay(new PaymentState.Captured(request("ISK")), null);

    await().untilAsserted(() -> assertThat(difference("ISK")).isEqualTo(2 * FEE));
  }

  @Test
  void whatIsUnderWayIsNoDifference() {
    var later = new NextAttempt(1, Instant.now().plusSeconds(600));
    var id = pay(new PaymentState.Charging(request("PLN")), later);
    book(id, "CAPTURE", "PLN");
    book(Ids.next(), "CAPTURE", "CZK");

    await().untilAsserted(() -> assertThat(difference("CZK")).isEqualTo(FEE));
    assertThat(difference("PLN")).isZero();
  }

  @Test
  void booksThatAgreeAreNoDifference() {
    var id = pay(new PaymentState.Captured(request("HUF")), null);
    book(id, "CAPTURE", "HUF");
    book(Ids.next(), "CAPTURE", "RON");

    await().untilAsserted(() -> assertThat(difference("RON")).isEqualTo(FEE));
    assertThat(difference("HUF")).isZero();
  }

  private double difference(String currency) {
    var gauge = meters.find("carelane.ledger.difference").tag("currency", currency).gauge();
    return gauge == null ? 0 : gauge.value();
  }

  private String pay(PaymentState state, @Nullable NextAttempt due) {
    var now = now();
    var steps = List.of(new HistoryEntry(PaymentStatus.PENDING, now, "payment asked for"));
    var settled = due == null ? now : null;
    var id = Ids.next();
    ids.add(id);
    mongo.insert(new Payment(id, now, state, steps, due, settled, null, List.of(), null));
    return id;
  }

  private static PaymentRequest request(String currency) {
    return new PaymentRequest(
        "TakePayment:a", "patient", FEE, currency, "card_ok", now().plusSeconds(600));
  }

  private void book(String paymentId, String kind, String currency) {
    var id = paymentId + (kind.equals("REFUND") ? ":2-refund" : ":1-charge");
    ids.add(id);
    mongo
        .getCollection("sandbox_ledger")
        .insertOne(
            new Document(
                Map.of(
                    "_id", id,
                    "paymentId", paymentId,
                    "kind", kind,
                    "amountMinor", FEE,
                    "currency", currency,
                    "at", now())));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
