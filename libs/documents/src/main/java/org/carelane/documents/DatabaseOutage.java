package org.carelane.documents;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import java.util.Set;
import org.carelane.rest.Outage;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Tells failures of the database from those of the data. Only a few of its errors say that a
 * document or a command is wrong. All others pass: no server, not the primary, a recovering node, a
 * cleared pool, missing rights, a write that no majority has yet.
 *
 * @see <a
 *     href="https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml">codes</a>
 */
public final class DatabaseOutage implements Outage {

  private static final Set<Integer> OF_THE_DATA =
      Set.of(
          2, // BadValue
          9, // FailedToParse
          14, // TypeMismatch
          28, // PathNotViable
          40, // ConflictingUpdateOperators
          52, // DollarPrefixedFieldName
          56, // EmptyFieldName
          66, // ImmutableField
          121, // DocumentValidationFailure
          10_334, // BSONObjectTooLarge
          11_000, // DuplicateKey
          11_001, // DuplicateKey, of an update
          12_582, // DuplicateKey, of a router
          17_280, // KeyTooLong
          17_419); // BSONObjectTooLarge, of an update

  @Override
  public boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case MongoBulkWriteException e -> {
          return !isOfTheData(e);
        }
        case MongoException e -> {
          return !OF_THE_DATA.contains(e.getCode());
        }
        case TransientDataAccessException _,
            RecoverableDataAccessException _,
            DataAccessResourceFailureException _ -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean isOfTheData(MongoBulkWriteException e) {
    return e.getWriteConcernError() == null
        && e.getWriteErrors().stream().allMatch(error -> OF_THE_DATA.contains(error.getCode()));
  }
}
