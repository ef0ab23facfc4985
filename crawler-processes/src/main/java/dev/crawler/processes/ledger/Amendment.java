package dev.crawler.processes.ledger;

import com.hazelcast.internal.serialization.Data;

/// One change of one entry. *Immutable.*
///
/// @param key of the entry, as the map keeps it
/// @param change to make
record Amendment(Data key, Change change) {}
