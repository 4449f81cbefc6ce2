package org.carelane.embedded.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found after a death, which is told by the files as they are at one moment. */
class JournalledCommitTest {

  private static final int NEVER_FULL = 1024 * 1024;
  private static final String BOOKINGS = "test.bookings";

  private Path living;
  private Path dead;

  @BeforeEach
  void prepare(@TempDir Path directory) throws IOException {
    living = Files.createDirectory(directory.resolve("living"));
    dead = Files.createDirectory(directory.resolve("dead"));
  }

  @Test
  void findsEveryWriteThatWasAnswered() throws Exception {
    try (var opened = Opened.in(living, NEVER_FULL)) {
      opened.put("a", 1);
      opened.put("b", 1);
      opened.put("a", 2);
      opened.remove("b");
      die();
    }

    assertThat(found()).isEqualTo(Map.of("a", 2));
  }

  @Test
  void findsThemAcrossManyFolds() throws Exception {
    try (var opened = Opened.in(living, 500)) {
      for (int i = 0; i < 100; i++) {
        opened.put("counter", i);
        opened.put("n" + i, i);
        opened.remove("n" + (i - 1));
        die();

        assertThat(found()).isEqualTo(Map.of("counter", i, "n" + i, i));
      }
    }
  }

  @Test
  void cutsOffARecordThatIsNotWhole() throws Exception {
    try (var opened = Opened.in(living, NEVER_FULL)) {
      opened.put("first", 1);
      long whole = Files.size(journal(living));
      opened.put("second", 2);
      long end = Files.size(journal(living));

      for (long length = whole; length < end; length++) {
        die();
        try (var file = Files.newByteChannel(journal(dead), StandardOpenOption.WRITE)) {
          file.truncate(length);
        }
        assertThat(found()).isEqualTo(Map.of("first", 1));
      }
    }
  }

  @Test
  void cutsOffARecordWhoseBytesAreOthers() throws Exception {
    try (var opened = Opened.in(living, NEVER_FULL)) {
      opened.put("first", 1);
      opened.put("second", 2);
      die();
    }
    try (var file = Files.newByteChannel(journal(dead), StandardOpenOption.WRITE)) {
      file.position(file.size() - 1).write(ByteBuffer.allocate(1).put((byte) 99).flip());
    }

    assertThat(found()).isEqualTo(Map.of("first", 1));
  }

  @Test
  void doesNotMakeChangesAgainThatThePagesHold() throws Exception {
    try (var opened = Opened.in(living, NEVER_FULL)) {
      opened.put("gone", 1);
      die();
      opened.remove("gone");
    }
    // The pages have been committed, and the journal has not begun anew.
    Files.copy(pages(living), pages(dead), StandardCopyOption.REPLACE_EXISTING);

    assertThat(found()).isEmpty();
  }

  @Test
  void refusesAJournalThatContinuesALaterState() throws Exception {
    Opened.in(living, NEVER_FULL).close();
    Files.copy(pages(living), pages(dead));
    try (var opened = Opened.in(living, NEVER_FULL)) {
      opened.put("a", 1);
      Files.copy(journal(living), journal(dead));
    }

    assertThatThrownBy(this::found).isInstanceOf(IOException.class).hasMessageContaining("alone");
  }

  @Test
  void beginsWithAnEmptyOrUnfinishedJournal() throws Exception {
    try (var opened = Opened.in(living, NEVER_FULL)) {
      opened.put("a", 1);
    }
    for (int length = 0; length <= 8; length++) {
      die();
      try (var file = Files.newByteChannel(journal(dead), StandardOpenOption.WRITE)) {
        file.truncate(length);
      }
      assertThat(found()).isEqualTo(Map.of("a", 1));
    }
  }

  @Test
  void leavesNothingToRecoverAfterACleanEnd() throws Exception {
    try (var opened = Opened.in(living, NEVER_FULL)) {
      opened.put("a", 1);
    }
    Files.copy(pages(living), pages(dead));

    assertThat(found()).isEqualTo(Map.of("a", 1));
  }

  @Test
  void commitsAtOnceWhatIsTooMuchForTheJournal() throws Exception {
    try (var opened = Opened.in(living, 200)) {
      opened.commit.write(
          () -> {
            for (int i = 0; i < 1_000; i++) {
              opened.bookings().put("n" + i, new Document("n", i));
            }
            return null;
          });
      die();
    }

    assertThat(Files.size(journal(dead))).isLessThan(200);
    assertThat(found()).hasSize(1_000);
  }

  @Test
  void keepsADocumentAndItsIndexEntryTogether() throws Exception {
    try (var opened = Opened.in(living, 300)) {
      for (int i = 0; i < 50; i++) {
        var id = "n" + i;
        int n = i;
        opened.commit.write(
            () -> {
              opened.bookings().put(id, new Document("n", n));
              opened.maps.entries("index").put(new KeyValue("key-" + id), id);
              return null;
            });
        die();
        try (var after = Opened.in(dead, NEVER_FULL)) {
          assertThat(after.bookings()).hasSize(i + 1);
          assertThat(after.maps.entries("index").values()).containsAll(after.bookings().keySet());
        }
      }
    }
  }

  @Test
  void knowsThatAMapIsGone() throws Exception {
    try (var opened = Opened.in(living, NEVER_FULL)) {
      opened.put("old", 1);
      opened.commit.write(
          () -> {
            opened.maps.removeCollection(BOOKINGS);
            return null;
          });
      opened.put("new", 2);
      die();
    }

    assertThat(found()).isEqualTo(Map.of("new", 2));
  }

  @Test
  void givesTheSameWhenChangesAreMadeTwice() throws Exception {
    var changes = new Changes(NEVER_FULL);
    try (var store = new MVStore.Builder().open()) {
      var noted = new StoredMaps(store, changes).documents(BOOKINGS);
      noted.put("a", new Document("n", 1));
      noted.put("b", new Document("n", 1));
      noted.put("a", new Document("n", 2));
      noted.remove("b");
    }
    var bytes = changes.take();
    try (var store = new MVStore.Builder().open()) {
      var maps = new StoredMaps(store, null);
      Changes.apply(bytes.duplicate(), maps::named);
      Changes.apply(bytes.duplicate(), maps::named);

      assertThat(numbers(maps.documents(BOOKINGS))).isEqualTo(Map.of("a", 2));
    }
  }

  /** The files at this moment. */
  private void die() throws IOException {
    Files.copy(pages(living), pages(dead), StandardCopyOption.REPLACE_EXISTING);
    Files.copy(journal(living), journal(dead), StandardCopyOption.REPLACE_EXISTING);
  }

  private Map<String, Object> found() throws IOException {
    try (var opened = Opened.in(dead, NEVER_FULL)) {
      return numbers(opened.bookings());
    }
  }

  private static Map<String, Object> numbers(MVMap<Object, Document> bookings) {
    var numbers = new TreeMap<String, Object>();
    bookings.forEach((id, document) -> numbers.put((String) id, document.get("n")));
    return numbers;
  }

  private static Path pages(Path directory) {
    return directory.resolve("pages");
  }

  private static Path journal(Path directory) {
    return directory.resolve("journal");
  }

  private record Opened(StoredMaps maps, JournalledCommit commit) implements AutoCloseable {

    static Opened in(Path directory, int journalLimit) throws IOException {
      var store = DurableBackend.store(pages(directory));
      var changes = new Changes(journalLimit);
      var maps = new StoredMaps(store, changes);
      var journal = Journal.open(journal(directory), journalLimit);
      try {
        return new Opened(maps, new JournalledCommit(store, maps, journal, changes));
      } catch (IOException e) {
        store.closeImmediately();
        journal.close();
        throw e;
      }
    }

    MVMap<Object, Document> bookings() {
      return maps.documents(BOOKINGS);
    }

    void put(String id, int n) {
      commit.write(() -> bookings().put(id, new Document("n", n)));
    }

    void remove(String id) {
      commit.write(() -> bookings().remove(id));
    }

    @Override
    public void close() {
      commit.close();
    }
  }
}
