package org.carelane.documents;

import com.mongodb.MongoBulkWriteException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.data.mongodb.BulkOperationException;

/** Which documents of an unordered bulk insert were not stored, since their ids were there. */
public final class Duplicates {

  private static final int DUPLICATE_KEY = 11_000;

  private Duplicates() {}

  /**
   * The places of duplicates in the bulk.
   *
   * @throws BulkOperationException the failure itself, if anything else went wrong with a document
   * @throws TransientDataAccessResourceException if what was stored may be taken back
   */
  public static Set<Integer> of(BulkOperationException failure) {
    if (failure.getCause() instanceof MongoBulkWriteException cause) {
      return of(cause, failure);
    }
    throw failure;
  }

  /**
   * The same for the driver's own exception.
   *
   * @throws MongoBulkWriteException the failure itself, if anything else went wrong with a document
   */
  static Set<Integer> of(MongoBulkWriteException failure) {
    return of(failure, failure);
  }

  private static Set<Integer> of(MongoBulkWriteException failure, RuntimeException toThrow) {
    if (failure.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
      throw toThrow;
    }
    if (failure.getWriteConcernError() != null) {
      throw new TransientDataAccessResourceException("not stored by a majority", toThrow);
    }
    return failure.getWriteErrors().stream()
        .map(error -> error.getIndex())
        .collect(Collectors.toSet());
  }
}
