import dev.crawler.core.fetch.Link;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.session.CrawlSession;
import dev.crawler.core.url.CrawlUrl;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// What a session costs for each URL that it is told, all in memory: `SessionCost HOSTS ROUNDS`. A
/// million links are discovered for the first and then for the second time, in rounds.
void main(String[] args) {
  int hosts = Integer.parseInt(args[0]);
  for (int round = 0; round < Integer.parseInt(args[1]); round++) {
    var plan =
        CrawlPlan.of("http://seed.example/")
            .depth(Depth.UNLIMITED)
            .scope(ScopeKind.HOST)
            .politeness(Politeness.DEFAULT)
            .limits(Limits.DEFAULT)
            .build();
    var session = CrawlSession.begin(plan, CrawlListener.NONE);
    long before = heap();
    double fresh = discover(session, hosts);
    long after = heap();
    double known = discover(session, hosts);
    System.out.printf(
        "%d hosts: new %.0f ns, known %.0f ns, %d bytes a URL%n",
        hosts, fresh, known, (after - before) / LINKS);
    if (session.report().hosts() < hosts) {
      throw new IllegalStateException("not all were taken on");
    }
  }
}

static final int LINKS = 1_000_000;
static final int BATCH = 10_000;

double discover(CrawlSession session, int hosts) {
  long nanos = 0;
  for (int from = 0; from < LINKS; from += BATCH) {
    var batch = batch(from, hosts);
    long began = System.nanoTime();
    session.discover(batch);
    nanos += System.nanoTime() - began;
  }
  return (double) nanos / LINKS;
}

/// Named by a user, so that no limit of a host is in the way; made anew each time, as those of a
/// page are.
List<Link> batch(int from, int hosts) {
  var links = new ArrayList<Link>();
  for (int i = from; i < from + BATCH; i++) {
    links.add(
        Link.seed(
            CrawlUrl.of(
                "http://host%07d.example/section/a-page-of-the-web-%07d.html"
                    .formatted(i % hosts, i))));
  }
  return links;
}

long heap() {
  System.gc();
  return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
}
