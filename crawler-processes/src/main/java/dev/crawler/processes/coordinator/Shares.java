package dev.crawler.processes.coordinator;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// How many fetches each worker may have in flight, so that in all there are never more than
/// allowed. Who does not use its share gives of it, who uses it up gets; who uses up less than an
/// even part gets of those that have more. What one gives, another gets only when the one has said
/// that it knows, and has so many fetches no more. *Confined to the coordinator's thread.*
final class Shares {
  /// What is above an even part goes by an eighth a round: who seems to need it may not.
  private static final int SLOWLY = 8;

  private final int all;
  private final Map<UUID, Share> shares = new HashMap<>();

  /// One worker's.
  private static final class Share {
    /// As it was told last.
    private int told;

    /// What it may have in flight at most, until it says otherwise.
    private int bound;

    private int inFlight;

    private boolean isUsedUp() {
      return inFlight >= told;
    }

    private void cutTo(int less) {
      told = Math.min(told, less);
    }

    private void add(int more) {
      told += more;
      bound = Math.max(bound, told);
    }
  }

  /// @param all that there may be in flight; each worker may have one, however many they are
  Shares(int all) {
    this.all = all;
  }

  /// A worker knows what it was told last, and has so many in flight.
  void heard(UUID worker, int inFlight) {
    var share = shares.get(worker);
    if (share != null) {
      share.inFlight = inFlight;
      share.bound = Math.max(share.told, inFlight);
    }
  }

  /// What to tell the workers that there are now.
  Map<UUID, Integer> among(Set<UUID> workers) {
    shares.keySet().retainAll(workers);
    workers.forEach(worker -> shares.computeIfAbsent(worker, _ -> new Share()));
    int even = Math.max(1, all / Math.max(1, workers.size()));
    var takers = shares.values().stream().filter(Share::isUsedUp).toList();
    if (!takers.isEmpty()) {
      cut(even, takers.stream().anyMatch(taker -> taker.told < even));
      give(takers);
    }
    int least = workers.size() > all ? 1 : 0;
    return shares.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, entry -> Math.max(least, entry.getValue().told)));
  }

  private void cut(int even, boolean someHaveLess) {
    for (var share : shares.values()) {
      if (!share.isUsedUp()) {
        share.cutTo(Math.max(1, (share.told + share.inFlight) / 2));
      } else if (someHaveLess && share.told > even) {
        share.cutTo(share.told - Math.ceilDiv(share.told - even, SLOWLY));
      }
    }
  }

  /// What is free goes to those first that have least.
  private void give(List<Share> takers) {
    int free = all - shares.values().stream().mapToInt(share -> share.bound).sum();
    for (; free > 0; free--) {
      takers.stream().min(Comparator.comparingInt(share -> share.told)).orElseThrow().add(1);
    }
  }
}
