package org.carelane.embedded.mongo;

import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A map of the store that also notes its changes, in the order in which it applies them. */
final class JournalledMap<K, V> extends MVMap<K, V> {

  private final Changes changes;

  private JournalledMap(Map<String, Object> config, Builder<K, V> builder) {
    super(config, builder.getKeyType(), builder.getValueType());
    changes = builder.changes;
  }

  /** Every put and removal calls this; so does compaction, with another decision maker. */
  @Override
  public synchronized V operate(K key, V value, DecisionMaker<? super V> decision) {
    if (value != null && decision != DecisionMaker.PUT) {
      throw new UnsupportedOperationException("only put and remove are noted");
    }
    @Nullable V previous = super.operate(key, value, decision);
    if (decision == DecisionMaker.PUT) {
      changes.put(this, key, value);
    } else if (decision == DecisionMaker.REMOVE && previous != null) {
      changes.remove(this, key);
    }
    return previous;
  }

  static final class Builder<K, V> extends MVMap.BasicBuilder<JournalledMap<K, V>, K, V> {

    private final Changes changes;

    Builder(Changes changes) {
      this.changes = changes;
    }

    @Override
    protected JournalledMap<K, V> create(Map<String, Object> config) {
      return new JournalledMap<>(config, this);
    }
  }
}
