import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Pressure;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.reserve.DiskReserve;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.session.CrawlSession;
import dev.crawler.core.session.Reserve;
import dev.crawler.core.session.Step;
import dev.crawler.core.url.CrawlUrl;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A session alone, without network, that discovers so many URLs: `LargeFrontier URLS HOSTS
/// memory|FOLDER stream|levels`. Page n links to 20 pages that nobody has seen, on 20 hosts, and to
/// 10 that are known. Ends with an error unless each page was fetched once.
void main(String[] args) {
  int urls = Integer.parseInt(args[0]);
  int hosts = Integer.parseInt(args[1]);
  boolean onDisk = !args[2].equals("memory");
  var disk = onDisk ? DiskReserve.in(Path.of(args[2])) : null;
  var web = new Web(urls, hosts);
  var plan =
      CrawlPlan.of(web.url(0).href())
          .depth(args[3].equals("levels") ? new Depth(20) : Depth.UNLIMITED)
          .scope(ScopeKind.ANY)
          .politeness(new Politeness(1, Duration.ZERO, Duration.ZERO, false))
          .build();
  long began = cpu();
  var session = CrawlSession.begin(plan, CrawlListener.NONE, disk == null ? Reserve.NONE : disk);
  var now = Instant.EPOCH;
  var fetched = new BitSet(urls);
  long worst = 0;
  long steps = 0;
  boolean full = false;
  while (true) {
    long asked = System.nanoTime();
    var step = session.next(now);
    switch (step) {
      case Step.Fetch(var task) -> {
        int page = web.number(task.link().url());
        if (fetched.get(page)) {
          throw new IllegalStateException("twice: " + task.link().url());
        }
        fetched.set(page);
        var links = new Outcome.Page(web.links(page), Pressure.NONE);
        asked = System.nanoTime(); // what the web costs is not the session's
        session.absorb(task, links, now);
        steps++;
      }
      case Step.Pause(var until) -> now = until;
      case Step.Exclude(var exclusion) -> throw new IllegalStateException(exclusion.toString());
      case Step.Await() -> throw new IllegalStateException("nothing is in flight");
      case Step.Exhausted() -> {
        tell("all fetched", began, steps, session, disk);
        System.out.printf("longest turn %d ms%n", worst / 1_000_000);
        if (fetched.cardinality() != urls) {
          throw new IllegalStateException(fetched.cardinality() + " of " + urls + " fetched");
        }
        if (disk != null) {
          disk.close();
        }
        return;
      }
    }
    worst = Math.max(worst, System.nanoTime() - asked);
    if (!full && session.progress().known() >= urls) {
      full = true;
      tell("all discovered", began, steps, session, disk);
    }
  }
}

void tell(String what, long began, long steps, CrawlSession session, DiskReserve disk) {
  long cpu = cpu() - began;
  System.gc();
  var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
  var progress = session.progress();
  System.out.printf(
      "%s: %d known, %d queued, %d fetched, %.1f s CPU, heap %d MB after a collection, disk %d"
          + " MB%n",
      what,
      progress.known(),
      progress.queued(),
      steps,
      cpu / 1e9,
      heap.getUsed() >> 20,
      disk == null ? 0 : disk.size() >> 20);
}

long cpu() {
  return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
      .getProcessCpuTime();
}

record Web(int urls, int hosts) {
  private static final int NEW = 20;
  private static final int KNOWN = 10;

  CrawlUrl url(int page) {
    return CrawlUrl.of(
        "http://host%06d.example/section%02d/a-page-of-the-web-%08d.html"
            .formatted(page % hosts, page / hosts % 100, page));
  }

  int number(CrawlUrl url) {
    var path = url.path();
    return Integer.parseInt(path, path.length() - 13, path.length() - 5, 10);
  }

  List<CrawlUrl> links(int page) {
    var links = new ArrayList<CrawlUrl>();
    for (int i = 1; i <= NEW; i++) {
      long child = (long) page * NEW + i;
      if (child < urls) {
        links.add(url((int) child));
      }
    }
    for (int i = 0; i < KNOWN && !links.isEmpty(); i++) {
      links.add(url((int) (page * 31L * (i + 7) % (page + 1))));
    }
    return links;
  }
}
