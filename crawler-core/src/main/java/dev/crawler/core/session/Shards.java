package dev.crawler.core.session;

import static dev.crawler.core.session.Progress.START;
import static java.util.Objects.requireNonNull;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.session.Progress.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The shards of one worker, driven as one session would be. A shard is asked again only when
/// something has changed in it, or its time has come. *Not thread-safe: its driver excludes.*
public final class Shards {
  private static final Step AWAIT = new Step.Await();
  private static final Step EXHAUSTED = new Step.Exhausted();

  private final Partitions partitions;
  private final Map<Integer, Seat> seats = new TreeMap<>();
  private final Rota rota = new Rota();
  private final List<CrawlReport> left = new ArrayList<>();
  private int concurrency;
  private int inFlight;
  private boolean stopped;

  /// No shards yet.
  ///
  /// @param concurrency fetches in flight, all shards together
  public Shards(Partitions partitions, int concurrency) {
    this.partitions = partitions;
    this.concurrency = concurrency;
  }

  /// From now on so many fetches are in flight; those that are may end.
  public void limitTo(int fetches) {
    concurrency = fetches;
  }

  /// Takes a shard in.
  public void add(int partition, Shard shard) {
    var seat = new Seat(shard);
    seats.put(partition, seat);
    rota.wake(seat);
    if (stopped) {
      stop(seat);
    }
  }

  /// Takes nothing more of a shard.
  public void retire(int partition) {
    seat(partition).retired = true;
  }

  /// Whether nothing of a shard is under way.
  public boolean isQuiet(int partition) {
    return seat(partition).open == 0;
  }

  /// Lets a shard go of which nothing is under way.
  public void remove(int partition) {
    var seat = requireNonNull(seats.remove(partition));
    seat.retired = true;
    left.add(seat.session().report());
  }

  /// Lets a shard go at once: what is under way of it belongs to nobody.
  public void abandon(int partition) {
    var seat = requireNonNull(seats.remove(partition));
    seat.retired = true;
    inFlight -= seat.inFlight;
  }

  /// The numbers of the shards that are here, and not retired.
  public Set<Integer> partitions() {
    var here = new TreeSet<>(seats.keySet());
    here.removeIf(partition -> seat(partition).retired);
    return here;
  }

  /// Whether the shard is here.
  public boolean holds(int partition) {
    return seats.containsKey(partition);
  }

  /// Does something with a shard that is here, and returns what it has for others then.
  public List<Dispatch> touch(int partition, Consumer<Shard> action) {
    var seat = seat(partition);
    action.accept(seat.shard());
    rota.wake(seat);
    return seat.shard().outgoing();
  }

  /// A shard that is here.
  public Shard shard(int partition) {
    return seat(partition).shard();
  }

  /// How all hosts here are to be treated.
  public List<HostManners> manners(Instant now) {
    return all().stream().flatMap(shard -> shard.manners(now).stream()).toList();
  }

  /// All shards that are here.
  public List<Shard> all() {
    return seats.values().stream().map(Seat::shard).toList();
  }

  /// What to do now, as [CrawlSession#next]. Exhausted means that no shard has anything to do; it
  /// does not last when there are shards elsewhere.
  public Step next(Instant now) {
    rota.wake(now);
    while (inFlight < concurrency && rota.isSomebodyReady()) {
      var seat = rota.next();
      var step = seat.retired ? null : ask(seat, now);
      if (step != null) {
        return step;
      }
    }
    if (inFlight >= concurrency) {
      return AWAIT;
    }
    var waking = rota.firstWaking();
    if (waking != null) {
      return new Step.Pause(waking);
    }
    return isIdle() ? EXHAUSTED : AWAIT;
  }

  private @Nullable Step ask(Seat seat, Instant now) {
    var step = seat.session().next(now);
    switch (step) {
      case Step.Fetch _ -> {
        inFlight++;
        seat.inFlight++;
        seat.open++;
        rota.wake(seat);
        return step;
      }
      case Step.Exclude _ -> {
        seat.open++;
        rota.wake(seat);
        return step;
      }
      case Step.Pause(var until) -> rota.wakeAt(until, seat);
      case Step.Await _, Step.Exhausted _ -> {}
    }
    return null;
  }

  /// Ends a task, as [CrawlSession#complete], but for [#settled]. Returns what must be with others
  /// before the task is settled; links of its own shards are among it.
  public List<Dispatch> complete(FetchTask task, Outcome outcome, Instant now) {
    var seat = seat(partitions.of(task.link().url()));
    inFlight--;
    seat.inFlight--;
    var links = seat.session().complete(task, outcome, now);
    rota.wake(seat);
    var dispatches = new ArrayList<>(seat.shard().outgoing());
    links.forEach(link -> dispatches.add(new Dispatch.Found(link)));
    return dispatches;
  }

  /// What came of a task is where it belongs.
  public void settled(FetchTask task) {
    var seat = seat(partitions.of(task.link().url()));
    seat.open--;
    rota.wake(seat);
  }

  /// Ends an exclusion whose record is settled.
  public void settle(Exclusion exclusion) {
    var seat = seat(partitions.of(exclusion));
    seat.open--;
    seat.session().settle(exclusion);
    rota.wake(seat);
  }

  private Seat seat(int partition) {
    return requireNonNull(seats.get(partition), () -> "no shard " + partition + " here");
  }

  /// Whether no shard has anything to do or under way.
  public boolean isIdle() {
    return seats.values().stream().allMatch(Seat::isIdle);
  }

  /// Stops all shards, those that come later too. Idempotent.
  public void stop() {
    if (!stopped) {
      stopped = true;
      seats.values().forEach(this::stop);
    }
  }

  private void stop(Seat seat) {
    seat.session().stop();
    rota.wake(seat);
  }

  /// Where the shards stand, together.
  public Progress progress() {
    var sum =
        all().stream()
            .map(shard -> shard.session().progress())
            .reduce(START, Progress::plus)
            .withInFlight(inFlight);
    return inFlight >= concurrency ? sum.under(Limit.CONCURRENCY) : sum;
  }

  /// How it went in these shards, and in those that were here.
  public CrawlReport report() {
    var reports = new ArrayList<>(left);
    all().forEach(shard -> reports.add(shard.session().report()));
    return reports.stream().reduce(CrawlReport.NONE, CrawlReport::plus);
  }
}
