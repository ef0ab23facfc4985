package dev.crawler.core.session;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.url.HostKey;
import dev.crawler.core.url.Origin;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is queued for one host, and when it may be asked again. See the package text for its life.
/// *Confined to its session.*
final class HostQueue {
  private final HostKey key;
  private final Courtesy courtesy;
  private final Line<Link> links;
  private final List<OriginState> origins = new ArrayList<>(1);
  private @Nullable ArrayDeque<FetchTask> urgent;
  private DomainBudget.@Nullable Count domain;
  private @Nullable ArrayDeque<Link> errands;
  private int inFlight;
  private int taken;
  private boolean waiting;

  HostQueue(HostKey key, Courtesy courtesy, Room room) {
    this.key = key;
    this.courtesy = courtesy;
    this.links = Line.ofLinks(room);
  }

  HostKey key() {
    return key;
  }

  /// The state of one of its origins: as a rule one, two where both schemes are used.
  OriginState origin(Origin origin) {
    for (var state : origins) {
      if (state.origin().equals(origin)) {
        return state;
      }
    }
    var state = new OriginState(sharing(origin));
    origins.add(state);
    return state;
  }

  /// With a million hosts queued, one copy of each name is enough.
  private Origin sharing(Origin origin) {
    return origin.host().equals(key.value())
        ? new Origin(origin.scheme(), key.value(), origin.port())
        : origin;
  }

  /// Whether anything was asked of it, or may have been by another owner.
  boolean wasAsked() {
    return courtesy.notBefore().isAfter(Instant.MIN)
        || origins.stream().anyMatch(origin -> origin.verdict().isPresent());
  }

  /// How it is to be treated, for another owner.
  HostManners manners(Instant now) {
    var robots = new HashMap<Origin, RobotsVerdict>();
    for (var origin : origins) {
      origin.verdict().ifPresent(verdict -> robots.put(origin.origin(), verdict));
    }
    return new HostManners(
        key, courtesy.pauseFrom(now), courtesy.delay(), courtesy.penalty(), robots);
  }

  void add(Link link) {
    links.add(link);
  }

  /// Puts a robots.txt or a retry before all links.
  void addUrgent(FetchTask task) {
    if (urgent == null) {
      urgent = new ArrayDeque<>(1);
    }
    urgent.add(task);
  }

  Optional<FetchTask> pollUrgent() {
    return urgent == null ? Optional.empty() : Optional.ofNullable(urgent.poll());
  }

  /// Puts a sitemap before all links; it needs its robots.txt as they do.
  void addErrand(Link errand) {
    if (errands == null) {
      errands = new ArrayDeque<>(1);
    }
    errands.add(errand);
  }

  Optional<Link> peekErrand() {
    return errands == null ? Optional.empty() : Optional.ofNullable(errands.peek());
  }

  void removeErrand() {
    if (errands != null) {
      errands.remove();
      errands = errands.isEmpty() ? null : errands;
    }
  }

  Optional<Link> peek() {
    return Optional.ofNullable(links.peek());
  }

  Link remove() {
    return links.remove();
  }

  /// Takes out all links, one by one.
  Iterator<Link> drain() {
    return links.drain();
  }

  /// Takes out what is urgent, and forgets its errands.
  void drainUrgentTo(Collection<FetchTask> tasks) {
    errands = null;
    if (urgent != null) {
      tasks.addAll(urgent);
      urgent = null;
    }
  }

  /// Whether it should wait for a turn: something is queued, a place is free, and it does not wait
  /// yet.
  boolean wantsTurn() {
    return !waiting && courtesy.hasPlace(inFlight) && hasWork();
  }

  boolean hasWork() {
    return !links.isEmpty() || errands != null || urgent != null && !urgent.isEmpty();
  }

  void waiting(boolean now) {
    waiting = now;
  }

  /// Counts a URL taken on, up to the limit; false beyond it.
  boolean takeOn(int limit) {
    if (taken >= limit) {
      return false;
    }
    taken++;
    return true;
  }

  int taken() {
    return taken;
  }

  void resetTaken(int former) {
    taken = former;
  }

  /// The count of its registrable domain, asked for once.
  DomainBudget.Count domain(Supplier<DomainBudget.Count> first) {
    if (domain == null) {
      domain = first.get();
    }
    return domain;
  }

  void started(Instant now) {
    inFlight++;
    courtesy.started(now);
  }

  void ended(Outcome outcome, Instant now) {
    inFlight--;
    courtesy.ended(outcome, now);
  }

  Courtesy courtesy() {
    return courtesy;
  }
}
