package org.carelane.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;
import org.springframework.data.mongodb.core.mapping.MongoPersistentProperty;

/** What this release knows of stored documents, and which further fields one has. */
class KnownFields {

  private final MongoConverter converter;
  private final Set<String> derived;

  /** By type, then by field: the type of the documents in it, if it holds any. */
  private final Map<TypeInformation<?>, Map<String, Optional<TypeInformation<?>>>> known =
      new ConcurrentHashMap<>();

  /**
   * @param derived fields that are known although no type has them
   */
  KnownFields(MongoConverter converter, Set<String> derived) {
    this.converter = converter;
    this.derived = Set.copyOf(derived);
  }

  /**
   * Looks into embedded documents, too, and into those of lists. A map is one value, and so is a
   * list in an item of a list.
   */
  FurtherFields furtherIn(Document document, TypeInformation<?> declared) {
    var type = converter.getTypeMapper().readType(document, declared);
    var fields = known.computeIfAbsent(type, this::fieldsOf);
    Map<String, Object> own = new HashMap<>();
    Map<String, FurtherFields> parts = new HashMap<>();
    Map<String, List<FurtherFields.Item>> items = new HashMap<>();
    document.forEach(
        (field, value) -> {
          var embedded = fields.get(field);
          if (embedded == null) {
            own.put(field, value);
          } else if (embedded.isPresent() && value instanceof Document part) {
            var further = furtherIn(part, embedded.get());
            if (!further.isEmpty()) {
              parts.put(field, further);
            }
          } else if (embedded.isPresent() && value instanceof List<?> list) {
            var further = furtherIn(list, embedded.get());
            if (!further.isEmpty()) {
              items.put(field, further);
            }
          }
        });
    return new FurtherFields(document.get(FurtherFields.ALIAS), own, parts, items);
  }

  private List<FurtherFields.Item> furtherIn(List<?> list, TypeInformation<?> type) {
    List<FurtherFields.Item> items = new ArrayList<>();
    for (var element : list) {
      if (element instanceof Document document) {
        var further = furtherIn(document, type);
        if (!further.isEmpty()) {
          items.add(new FurtherFields.Item(further.without(document), further));
        }
      }
    }
    return items;
  }

  private Map<String, Optional<TypeInformation<?>>> fieldsOf(TypeInformation<?> type) {
    Map<String, Optional<TypeInformation<?>>> fields = new HashMap<>();
    fields.put(FurtherFields.ALIAS, Optional.empty());
    derived.forEach(field -> fields.put(field, Optional.empty()));
    var context = converter.getMappingContext();
    MongoPersistentEntity<?> entity = context.getPersistentEntity(type);
    if (entity != null) {
      for (var property : entity) {
        fields.put(property.getFieldName(), recordIn(property));
      }
    }
    return Map.copyOf(fields);
  }

  private Optional<TypeInformation<?>> recordIn(MongoPersistentProperty property) {
    var type = property.getTypeInformation().getActualType();
    return type == null
            || property.isMap()
            || converter.getCustomConversions().hasCustomWriteTarget(type.getType())
            || converter.getMappingContext().getPersistentEntity(type) == null
        ? Optional.empty()
        : Optional.of(type);
  }
}
