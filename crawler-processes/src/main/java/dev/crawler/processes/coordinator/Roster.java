package dev.crawler.processes.coordinator;

import dev.crawler.core.engine.WorkerProgress;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.Progress;
import dev.crawler.processes.cluster.Membership;
import dev.crawler.processes.job.Event;
import dev.crawler.processes.job.Introduction;
import dev.crawler.processes.job.JobBoard;
import dev.crawler.processes.job.Order.RollCall;
import dev.crawler.processes.job.Order.Wish;
import dev.crawler.processes.job.Orders;
import dev.crawler.processes.job.WorkerReport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// Who the workers are, by what number each is known, and what each has said last. *Confined to the
/// coordinator's thread, but for the progress.*
final class Roster implements RollCaller {
  /// A crawl must not wait for ever for one that is there and does nothing.
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final UUID coordinator = UUID.randomUUID();
  private final Shares shares;
  private final Orders orders;
  private final JobBoard board;
  private final Membership membership;
  private final CrawlListener listener;
  private final Deployment deployment;
  private final Map<UUID, Introduction> known = new HashMap<>();
  private final Map<UUID, Long> heard = new HashMap<>();
  private final Map<UUID, WorkerReport> last = new HashMap<>();
  private final Attendance attendance = new Attendance(System::nanoTime);
  private final Recovery recovery = new Recovery(System::nanoTime);
  private final Set<String> limits = new HashSet<>();
  private volatile List<WorkerProgress> progress = List.of();
  private String job = "";
  private long round;

  /// @param shares of the fetches in flight
  /// @param deployment hears of those that have left
  Roster(
      Shares shares,
      Orders orders,
      JobBoard board,
      Membership membership,
      CrawlListener listener,
      Deployment deployment) {
    this.shares = shares;
    this.orders = orders;
    this.board = board;
    this.membership = membership;
    this.listener = listener;
    this.deployment = deployment;
  }

  /// From now on all work at that job.
  void begin(String id) {
    job = id;
    known.putAll(board.workers());
    var members = membership.workers();
    known.keySet().stream().filter(worker -> !members.contains(worker)).forEach(attendance::lost);
  }

  /// What all work at.
  String job() {
    return job;
  }

  /// Has all workers forget the job. What they have said of it stays. Returns whether all that
  /// there are obey: those that another coordinator leads by now do not.
  boolean dismiss() throws InterruptedException {
    var members = membership.workers();
    var calls = new HashMap<UUID, RollCall>();
    round++;
    members.forEach(worker -> calls.put(worker, call(worker, 0, 0, Wish.FORGET)));
    return orders.callRoll(calls).keySet().equals(members);
  }

  @Override
  public Roll call(int releases, Wish wish) throws IOException, InterruptedException {
    var members = membership.workers();
    part(members);
    meet(members);
    round++;
    var led = members.stream().filter(known::containsKey).collect(Collectors.toSet());
    var calls = new HashMap<UUID, RollCall>();
    shares
        .among(led)
        .forEach((worker, share) -> calls.put(worker, call(worker, share, releases, wish)));
    var reports = orders.callRoll(calls);
    reports.forEach((worker, report) -> {
      heard.put(worker, round);
      attendance.heard(worker);
      shares.heard(worker, report.progress().inFlight());
      note(worker, report);
    });
    publish(members);
    requireAnswers(members);
    Memory.require(reports, this::number);
    var roll = new Roll(members, reports);
    recovery.over(roll).ifPresent(listener::workersPaired);
    return roll;
  }

  private void part(Set<UUID> members) {
    for (var worker : attendance.left(members)) {
      if (known.containsKey(worker)) {
        deployment.left(number(worker));
        recovery.begin();
      }
    }
  }

  private void requireAnswers(Set<UUID> members) throws IOException {
    for (var worker : members) {
      if (attendance.silence(worker) > SILENCE.toNanos()) {
        var why = orders.refusal(worker).map(line -> ": " + line).orElse("");
        throw new IOException(
            "worker w%d has given no answer for %d s%s"
                .formatted(number(worker), SILENCE.toSeconds(), why));
      }
    }
  }

  /// Has all workers make their shards anew; whether all have answered.
  boolean renew() throws InterruptedException {
    var members = membership.workers();
    return orders.renew().keySet().equals(members);
  }

  @Override
  public Roll rescan() throws InterruptedException {
    var members = membership.workers();
    var reports = orders.rescan();
    reports.forEach(this::note);
    return new Roll(members, reports);
  }

  private RollCall call(UUID worker, int share, int releases, Wish wish) {
    return new RollCall(
        coordinator,
        job,
        round,
        heard.getOrDefault(worker, 0L),
        number(worker),
        share,
        releases,
        wish,
        attendance.gone(lost -> deployment.hasEnded(number(lost))));
  }

  private Comparator<UUID> byNumber() {
    return Comparator.comparingInt(this::number);
  }

  private int number(UUID worker) {
    var introduction = known.get(worker);
    return introduction == null ? 0 : introduction.number();
  }

  /// Gives numbers to those that came: their own, when they were started with one.
  private void meet(Set<UUID> members) throws InterruptedException {
    var strangers = new HashSet<>(members);
    strangers.removeAll(known.keySet());
    if (strangers.isEmpty()) {
      return;
    }
    orders
        .introductions(strangers)
        .forEach((stranger, introduction) ->
            known.put(stranger, introduction.numbered(numberOf(introduction))));
    board.put(known);
  }

  private int numberOf(Introduction introduction) {
    var taken =
        known.values().stream()
            .map(Introduction::number)
            .collect(Collectors.toCollection(TreeSet::new));
    int own = introduction.number();
    return own > 0 && !taken.contains(own) ? own : taken.isEmpty() ? 1 : taken.getLast() + 1;
  }

  private void note(UUID worker, WorkerReport report) {
    last.put(worker, report);
    for (var event : report.events()) {
      if (!(event instanceof Event.LimitHit(var name)) || limits.add(name)) {
        event.tell(listener);
      }
    }
  }

  private void publish(Set<UUID> members) {
    var all = new ArrayList<>(last.keySet());
    all.sort(byNumber());
    progress = all.stream().map(worker -> progress(worker, members.contains(worker))).toList();
  }

  private WorkerProgress progress(UUID worker, boolean alive) {
    var report = last.get(worker);
    var share = report == null ? Progress.START : report.progress();
    return new WorkerProgress("w" + number(worker), alive, share);
  }

  /// How it goes with each. Any thread may ask.
  List<WorkerProgress> progress() {
    return progress;
  }

  /// How it went with all, the lost ones too.
  CrawlReport tally() {
    return last.values().stream()
        .map(WorkerReport::tally)
        .reduce(CrawlReport.NONE, CrawlReport::plus);
  }

  /// All workers there ever were, with their numbers.
  Map<UUID, Introduction> workers() {
    return Map.copyOf(known);
  }
}
