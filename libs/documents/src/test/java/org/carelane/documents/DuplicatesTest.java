package org.carelane.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.data.mongodb.BulkOperationException;

class DuplicatesTest {

  private static final BulkWriteError DUPLICATE = error(11_000, 2);

  @Test
  void areThoseWhoseIdsAreThere() {
    assertThat(Duplicates.of(failure(null, DUPLICATE, error(11_000, 5)))).containsExactly(2, 5);
    assertThat(Duplicates.of(wrapped(failure(null, DUPLICATE)))).containsExactly(2);
  }

  @Test
  void anythingElseIsAFailure() {
    var failure = failure(null, DUPLICATE, error(121, 3));
    assertThatThrownBy(() -> Duplicates.of(failure)).isSameAs(failure);
    var wrapped = wrapped(failure);
    assertThatThrownBy(() -> Duplicates.of(wrapped)).isSameAs(wrapped);
  }

  /** The other documents are stored, and may be gone after a failover. */
  @Test
  void whatAMajorityDoesNotHaveIsNotStored() {
    var notByAMajority = new WriteConcernError(64, "", "waiting timed out", new BsonDocument());
    for (var failure : List.of(failure(notByAMajority), failure(notByAMajority, DUPLICATE))) {
      assertThatThrownBy(() -> Duplicates.of(failure))
          .isInstanceOf(TransientDataAccessResourceException.class);
      assertThatThrownBy(() -> Duplicates.of(wrapped(failure)))
          .isInstanceOf(TransientDataAccessResourceException.class);
    }
  }

  private static BulkWriteError error(int code, int index) {
    return new BulkWriteError(code, "", new BsonDocument(), index);
  }

  private static MongoBulkWriteException failure(
      @Nullable WriteConcernError concern, BulkWriteError... errors) {
    return new MongoBulkWriteException(
        BulkWriteResult.unacknowledged(), List.of(errors), concern, new ServerAddress(), Set.of());
  }

  private static BulkOperationException wrapped(MongoBulkWriteException failure) {
    return new BulkOperationException(failure.getMessage(), failure);
  }
}
