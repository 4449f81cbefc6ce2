package org.carelane.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcernResult;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;

class DatabaseOutageTest {

  private static final ServerAddress SERVER = new ServerAddress();
  private static final WriteConcernError NOT_BY_A_MAJORITY =
      new WriteConcernError(64, "", "waiting timed out", new BsonDocument());

  private final DatabaseOutage outage = new DatabaseOutage();

  static Stream<RuntimeException> outages() {
    return Stream.of(
        new MongoNotPrimaryException(answer(10_107), SERVER),
        new MongoNodeIsRecoveringException(answer(11_600), SERVER),
        new MongoConnectionPoolClearedException(
            new ServerId(new ClusterId(), SERVER), new IllegalStateException()),
        new MongoSecurityException(
            MongoCredential.createCredential("u", "admin", "p".toCharArray()), "wrong password"),
        new MongoTimeoutException("no server"),
        new MongoSocketReadTimeoutException("no answer", SERVER, new IllegalStateException()),
        new MongoInterruptedException("stopped", new InterruptedException()),
        new MongoWriteConcernException(
            NOT_BY_A_MAJORITY, WriteConcernResult.unacknowledged(), SERVER, Set.of()),
        new MongoCommandException(answer(13), SERVER), // not authorized
        new MongoCommandException(answer(50), SERVER), // took too long
        new MongoCommandException(answer(91), SERVER), // shuts down
        bulk(NOT_BY_A_MAJORITY),
        bulk(null, 11_000, 189), // the primary stepped down in the middle
        new UncategorizedMongoDbException("not primary", new MongoTimeoutException("no server")),
        new DataAccessResourceFailureException("no server"),
        new OptimisticLockingFailureException("changed each time"));
  }

  static Stream<RuntimeException> failuresOfTheData() {
    return Stream.of(
        new MongoWriteException(
            new WriteError(121, "not valid", new BsonDocument()), SERVER, Set.of()),
        new MongoCommandException(answer(2), SERVER),
        bulk(null, 11_000, 10_334),
        new DuplicateKeyException(
            "there",
            new MongoWriteException(
                new WriteError(11_000, "there", new BsonDocument()), SERVER, Set.of())),
        new BsonMaximumSizeExceededException("too large"),
        new MappingException("not readable"),
        new IllegalStateException("a fault of ours"));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void whatPassesIsAnOutage(RuntimeException failure) {
    assertThat(outage.isCauseOf(failure)).isTrue();
    assertThat(outage.isCauseOf(new IllegalStateException("cannot", failure))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("failuresOfTheData")
  void whatComesAgainEachTimeIsNone(RuntimeException failure) {
    assertThat(outage.isCauseOf(failure)).isFalse();
  }

  private static BsonDocument answer(int code) {
    return new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(code));
  }

  private static MongoBulkWriteException bulk(@Nullable WriteConcernError concern, int... codes) {
    var errors =
        Arrays.stream(codes)
            .mapToObj(code -> new BulkWriteError(code, "", new BsonDocument(), 0))
            .toList();
    return new MongoBulkWriteException(
        BulkWriteResult.unacknowledged(), List.copyOf(errors), concern, SERVER, Set.of());
  }
}
