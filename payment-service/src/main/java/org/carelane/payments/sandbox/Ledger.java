package org.carelane.payments.sandbox;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.carelane.documents.DocumentReader;
import org.carelane.payments.provider.Charge;
import org.carelane.payments.provider.ProviderBooks;
import org.carelane.payments.sandbox.LedgerEntry.Kind;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.schema.JsonSchemaObject;
import org.springframework.stereotype.Repository;

/** The sandbox's books. Every entry is one insert under the id that guards it. */
@Repository
@SandboxOnly
public class Ledger implements ProviderBooks {

  private final MongoOperations mongo;
  private final DocumentReader reader;
  private final Clock clock;

  Ledger(MongoOperations mongo, DocumentReader reader, Clock clock) {
    this.mongo = mongo;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * The sums of one currency, in minor units.
   *
   * @param currency ISO 4217
   * @param netMinor captured and not refunded
   */
  @Schema(
      example =
          """
          {"currency": "EUR", "capturedMinor": 48000, "refundedMinor": 12000, "netMinor": 36000}\
          """)
  public record Total(String currency, long capturedMinor, long refundedMinor, long netMinor) {

    Total plus(Kind kind, long amountMinor) {
      long captured = capturedMinor + (kind == Kind.CAPTURE ? amountMinor : 0);
      long refunded = refundedMinor + (kind == Kind.REFUND ? amountMinor : 0);
      return new Total(currency, captured, refunded, captured - refunded);
    }
  }

  /** The capture or cancellation of a charge. */
  Optional<LedgerEntry> charge(String paymentId) {
    return find(LedgerEntry.charge(paymentId));
  }

  /** Whichever of capture and cancellation comes first, stays. */
  LedgerEntry enter(Charge charge, Kind kind) {
    var amount = kind == Kind.CANCELLATION ? 0 : charge.amountMinor();
    return enter(LedgerEntry.charge(charge.paymentId()), charge, kind, amount);
  }

  LedgerEntry enterRefund(Charge charge, LedgerEntry captured) {
    return enter(
        LedgerEntry.refund(charge.paymentId()), charge, Kind.REFUND, captured.amountMinor());
  }

  private LedgerEntry enter(String id, Charge charge, Kind kind, long amountMinor) {
    try {
      return mongo.insert(
          new LedgerEntry(
              id, charge.paymentId(), kind, amountMinor, charge.currency(), clock.instant()));
    } catch (DuplicateKeyException e) {
      return find(id).orElseThrow();
    }
  }

  private Optional<LedgerEntry> find(String id) {
    return reader.find(id, LedgerEntry.class);
  }

  /**
   * Captures and refunds, by payment.
   *
   * @param paymentId whose; {@code null} for all
   */
  public Page<LedgerEntry> list(@Nullable String paymentId, PageRequest page) {
    var wanted = where("kind").in(Kind.CAPTURE, Kind.REFUND);
    if (paymentId != null) {
      wanted = wanted.and("_id").in(LedgerEntry.charge(paymentId), LedgerEntry.refund(paymentId));
    }
    var after = page.after();
    if (after != null) {
      wanted = wanted.andOperator(where("_id").gt(after));
    }
    var sorted = query(wanted).with(Sort.by("_id")).limit(page.fetch());
    return Page.of(reader.readable(sorted, LedgerEntry.class), page, LedgerEntry::id);
  }

  @Override
  public List<Movement> movements(Instant from, Instant until, int limit) {
    var sorted = query(where("at").gte(from).lte(until)).with(Sort.by("at")).limit(limit);
    return movements(reader.readable(sorted, LedgerEntry.class));
  }

  @Override
  public List<Movement> movementsOf(Collection<String> paymentIds) {
    var ids =
        paymentIds.stream()
            .flatMap(id -> Stream.of(LedgerEntry.charge(id), LedgerEntry.refund(id)))
            .toList();
    return movements(reader.readable(query(where("_id").in(ids)), LedgerEntry.class));
  }

  private static List<Movement> movements(List<LedgerEntry> entries) {
    return entries.stream()
        .map(it -> new Movement(it.paymentId(), it.signedMinor(), it.currency(), it.at()))
        .toList();
  }

  public List<Total> totals() {
    var sums =
        mongo.aggregate(
            newAggregation(
                LedgerEntry.class,
                match(
                    where("kind")
                        .in(Kind.CAPTURE, Kind.REFUND)
                        .and("currency")
                        .type(JsonSchemaObject.Type.STRING)),
                group("currency", "kind").sum("amountMinor").as("sum")),
            Document.class);
    var totals = new TreeMap<String, Total>();
    for (var sum : sums) {
      var key = sum.get("_id", Document.class);
      var kind = Kind.valueOf(Objects.requireNonNull(key.getString("kind")));
      long amount = Objects.requireNonNull(sum.get("sum", Number.class)).longValue();
      totals.compute(
          key.getString("currency"),
          (currency, total) ->
              (total == null ? new Total(currency, 0, 0, 0) : total).plus(kind, amount));
    }
    return List.copyOf(totals.values());
  }
}
