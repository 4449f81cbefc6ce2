package org.carelane.documents;

import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.AfterLoadEvent;

/** Looks at every document before it is made an object of. */
class NewerDocuments extends AbstractMongoEventListener<Object> {

  @Override
  public void onAfterLoad(AfterLoadEvent<Object> event) {
    if (event.getType() != DocumentReader.STORED) {
      DocumentFormat.requireKnown(event.getDocument());
    }
  }
}
