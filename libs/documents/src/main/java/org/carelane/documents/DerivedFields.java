package org.carelane.documents;

import java.util.Set;

/** Fields that a library writes into documents, although no type has them: no save keeps them. */
public record DerivedFields(Set<String> names) {

  public DerivedFields(String... names) {
    this(Set.of(names));
  }
}
