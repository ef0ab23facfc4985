package dev.crawler.processes.worker;

import static java.util.stream.Collectors.groupingBy;

import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.engine.Ending;
import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.Dispatch;
import dev.crawler.core.session.Level;
import dev.crawler.core.session.Shards;
import dev.crawler.http.ApacheFetcher;
import dev.crawler.processes.WorkerCrawl;
import dev.crawler.processes.job.Books;
import dev.crawler.processes.job.JobBoard;
import dev.crawler.processes.job.Order.RollCall;
import dev.crawler.processes.job.WorkerReport;
import dev.crawler.processes.ledger.LedgerEntry;
import dev.crawler.processes.ledger.Letter;
import dev.crawler.processes.part.Part;
import dev.crawler.processes.part.PartSource;
import dev.crawler.processes.part.RecordLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// One job of a worker: its crawl and all that belongs to it, from the first roll call to the last.
/// *Thread-safe.*
final class WorkerJob implements AutoCloseable {
  private final InstantSource clock = MonotonicClock.start();
  private final News news;
  private final Inbox inbox = new Inbox(this::tell);
  private final Books books;
  private final Shards shards;
  private final RecordLog log;
  private final ApacheFetcher fetcher;
  private final Mail mail;
  private final Ending ending;
  private final WorkerCrawl crawl;
  private final Keeper keeper;
  private final KeeperThread keeping;
  private final List<Runnable> listening;
  private final HazelcastInstance member;
  private final Condition condition;
  private final Reporter reporter;

  private WorkerJob(
      CrawlPlan plan,
      JobBoard board,
      RollCall call,
      HazelcastInstance member,
      Lease lease,
      RecordLog log,
      NameResolver names,
      Consumer<IOException> faults) {
    this.log = log;
    this.member = member;
    news = new News(plan.http().timeout());
    condition = Condition.of(member, faults);
    books = Books.of(member, plan);
    shards = new Shards(books, call.concurrency());
    mail = new Mail(books, inbox);
    var part = new PartSink(log, how -> epoch(books.of(how)));
    fetcher = ApacheFetcher.of(plan.http(), names, clock, plan.limits().concurrency(), lease);
    var threads = Thread.ofVirtual().name("crawl-", 1).factory();
    var executor = Executors.newThreadPerTaskExecutor(threads);
    ending = new Ending(shards::report, fetcher, executor);
    var settler = new Settler(books, part, call.number(), this::epoch);
    var handler = new PageHandler(plan, part);
    crawl = new WorkerCrawl(shards, lease, fetcher, handler, mail, settler, clock, ending);
    keeper =
        new Keeper(
            plan,
            board.charter(plan),
            shards,
            crawl.loop(),
            clock,
            books,
            board,
            Cluster.of(member),
            mail,
            news);
    reporter = new Reporter(crawl, shards, inbox, keeper, news, condition);
    keeping = new KeeperThread(keeper::keep, lease, this::giveUp);
    listening = List.of(books.ledger().listen(this::hint), books.post().listen(this::hint));
    ending
        .completion()
        .whenComplete((_, thrown) -> {
          if (thrown != null) {
            condition.fails(thrown);
          }
        });
    inbox.start();
    keeping.start();
    crawl.loop().start(executor, plan.limits().concurrency());
  }

  /// Begins the job of a roll call.
  ///
  /// @throws IOException when its part file cannot be made
  static WorkerJob begin(
      RollCall call,
      HazelcastInstance member,
      Lease lease,
      Path folder,
      NameResolver names,
      Consumer<IOException> faults)
      throws IOException {
    var board = new JobBoard(member);
    var parts = Part.folderOf(folder, call.job());
    var plan = board.plan();
    boolean kept = board.keeping().isKept();
    var log = RecordLog.create(parts, call.number(), kept, plan.isLevelled());
    return new WorkerJob(plan.in(log.journal()), board, call, member, lease, log, names, faults);
  }

  /// Without a keeper nothing may go on.
  private void giveUp(Throwable thrown) {
    condition.fails(thrown);
    crawl.loop().endWith(thrown);
  }

  private long epoch(int partition) {
    return keeper.epoch(partition);
  }

  /// Does what the roll call says, but for what takes long.
  void heed(RollCall call) {
    crawl.loop().news(() -> shards.limitTo(call.concurrency()));
    keeper.heed(call);
    switch (call.wish()) {
      case GO_ON, FORGET -> {}
      case STOP -> stop();
      case CANCEL -> {
        stop();
        crawl.cancel();
        fetcher.close();
      }
    }
  }

  private void stop() {
    crawl.loop().news(shards::stop);
  }

  /// How it goes, and what there is to tell.
  WorkerReport report(RollCall call) {
    return reporter.answer(call);
  }

  WorkerReport rescanned() {
    keeper.rescan();
    return reporter.now();
  }

  WorkerReport renewed() {
    keeper.renew();
    return reporter.now();
  }

  List<String> applicants(Level level) {
    return crawl
        .loop()
        .guarded(() ->
            shards.all().stream().flatMap(shard -> shard.applicants(level).stream()).toList());
  }

  byte[] read(long position, int most) throws IOException {
    return PartSource.of(log.part().file()).read(position, most);
  }

  private void hint(int partition, LedgerEntry entry) {
    if (keeper.epoch(partition) > 0) {
      inbox.add(entry.ways().stream().<Dispatch>map(Dispatch.Found::new).toList());
    }
  }

  private void hint(Letter letter) {
    int partition = books.ofText(letter.key().shard());
    if (crawl.loop().guarded(() -> shards.holds(partition))) {
      inbox.add(mail.read(letter).stream().toList());
    }
  }

  /// Tells the shards what is in the inbox; what is for others they know from the ledger.
  private void tell(List<Dispatch> batch) {
    var outgoing = new ArrayList<Dispatch>();
    crawl
        .loop()
        .news(() -> {
          var now = clock.instant();
          var byPartition =
              batch.stream().collect(groupingBy(dispatch -> books.of(dispatch.addressee())));
          byPartition.forEach((partition, dispatches) -> {
            if (shards.holds(partition)) {
              outgoing.addAll(
                  shards.touch(
                      partition,
                      shard -> dispatches.forEach(dispatch -> shard.receive(dispatch, now))));
            }
          });
        });
    mail.send(outgoing);
  }

  /// Throws the part file away, unless the crawl may go on.
  void discard() throws IOException {
    log.discard();
  }

  /// Ends it, wherever it is; the part file stays.
  @Override
  public void close() throws IOException {
    if (member.getLifecycleService().isRunning()) {
      listening.forEach(Runnable::run);
    }
    condition.close();
    keeping.close();
    crawl.loop().end();
    fetcher.close();
    ending.await();
    news.close();
    inbox.close();
    log.close();
  }
}
