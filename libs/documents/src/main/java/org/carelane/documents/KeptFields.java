package org.carelane.documents;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.AfterLoadEvent;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveEvent;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveEvent;

/**
 * Keeps what a newer release has written, and this one cannot read, when this one saves the
 * document as a whole. Of a document that was loaded, its {@link FurtherFields} are remembered
 * until it is saved; usually there are none. Documents without a version are never saved as a
 * whole.
 */
class KeptFields extends AbstractMongoEventListener<Object> {

  private static final String VERSION = "version";

  /** Many times what is loaded at once: a save comes within moments after the load. */
  private static final int REMEMBERED = 20_000;

  private final KnownFields known;
  private final Map<Revision, FurtherFields> remembered =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Revision, FurtherFields> eldest) {
              return size() > REMEMBERED;
            }
          });

  KeptFields(KnownFields known) {
    this.known = known;
  }

  private record Revision(String collection, Object id, long version) {

    static @Nullable Revision of(@Nullable Document document, @Nullable String collection) {
      return document != null
              && collection != null
              && document.get(VERSION) instanceof Number version
              && document.get("_id") instanceof Object id
          ? new Revision(collection, id, version.longValue())
          : null;
    }

    Revision before() {
      return new Revision(collection, id, version - 1);
    }
  }

  @Override
  public void onAfterLoad(AfterLoadEvent<Object> event) {
    var document = event.getDocument();
    var revision = Revision.of(document, event.getCollectionName());
    if (document != null && revision != null && event.getType() != DocumentReader.STORED) {
      remember(revision, document, event.getType());
    }
  }

  @Override
  public void onBeforeSave(BeforeSaveEvent<Object> event) {
    var document = event.getDocument();
    var further = remembered(Revision.of(document, event.getCollectionName()));
    if (document != null && further != null) {
      further.putBack(document);
    }
  }

  /** Whoever saved it may save it again without loading it. */
  @Override
  public void onAfterSave(AfterSaveEvent<Object> event) {
    var document = event.getDocument();
    var revision = Revision.of(document, event.getCollectionName());
    if (document != null && revision != null && remembered(revision) != null) {
      remember(revision, document, event.getSource().getClass());
    }
  }

  private @Nullable FurtherFields remembered(@Nullable Revision saved) {
    return saved == null || remembered.isEmpty() ? null : remembered.get(saved.before());
  }

  private void remember(Revision revision, Document document, Class<?> type) {
    var further = known.furtherIn(document, TypeInformation.of(type));
    if (!further.isEmpty()) {
      remembered.put(revision, further);
    } else if (!remembered.isEmpty()) {
      remembered.remove(revision);
    }
  }
}
