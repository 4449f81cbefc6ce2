package org.carelane.embedded.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Stores documents as values of a map. */
final class DocumentType extends BasicDataType<Document> {

  @Override
  public int getMemory(Document document) {
    return BsonBytes.memory(document);
  }

  @Override
  public void write(WriteBuffer target, Document document) {
    BsonBytes.write(target, document);
  }

  @Override
  public Document read(ByteBuffer source) {
    return (Document) Objects.requireNonNull(BsonBytes.read(source));
  }

  @Override
  public Document[] createStorage(int size) {
    return new Document[size];
  }
}
