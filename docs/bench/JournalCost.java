import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.journal.KeptJournal;
import dev.crawler.core.journal.StateFolder;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.record.RecordFormat;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.session.CrawlSession;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/// What it costs to note that URLs were discovered and settled, and to begin again from that:
/// `JournalCost journal|mvstore FOLDER URLS HOSTS`, in one JVM the noting, in the next the same
/// with `read` behind it the beginning. Page n links to 20 pages that nobody has seen, until all
/// are known, to 20 that every page links to, and to 20 known ones by chance.
void main(String[] args) throws IOException {
  var folder = Path.of(args[1]);
  var web = new Web(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
  boolean reads = args.length > 4;
  long wall = System.nanoTime();
  long cpu = cpu();
  var told =
      switch (args[0]) {
        case "journal" -> reads ? readJournal(folder, web) : writeJournal(folder, web);
        case "mvstore" -> reads ? readStore(folder, web) : writeStore(folder, web);
        case "nothing" -> makeLinks(web);
        default -> throw new IllegalArgumentException(args[0]);
      };
  long spent = System.nanoTime() - wall;
  System.out.printf(
      "%s %s: %s; %.1f s, %.1f s CPU, %.2f us CPU a URL, heap %d MB, %d MB on disk%n",
      args[0],
      reads ? "read" : "written",
      told,
      spent / 1e9,
      (cpu() - cpu) / 1e9,
      (cpu() - cpu) / 1e3 / web.urls,
      ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
      size(folder) >> 20);
}

long cpu() {
  return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
      .getProcessCpuTime();
}

/// Without the records, which are the same with both.
long size(Path folder) throws IOException {
  long sum = 0;
  for (var name : List.of("state/journal", "store.mv")) {
    var file = folder.resolve(name);
    sum += Files.exists(file) ? Files.size(file) : 0;
  }
  return sum;
}

CrawlPlan plan(Web web) {
  return CrawlPlan.of(web.url(0).href()).depth(Depth.UNLIMITED).scope(ScopeKind.ANY).build();
}

StateFolder state(Path folder) {
  return new StateFolder(folder.resolve("state"), Map.of(), false, InstantSource.system());
}

RecordFormat format() {
  return RecordFormat.jsonLines(RecordFields.of(List.of("url", "outcome")));
}

PageRecord page(CrawlUrl url) {
  return new PageRecord(
      url.href(),
      RecordOutcome.OK,
      null,
      null,
      OptionalInt.of(200),
      null,
      0,
      null,
      null,
      null,
      List.of(),
      new PageRecord.Trace(1, null, null, null));
}

/// What both have to do besides.
String makeLinks(Web web) {
  long links = 0;
  for (int page = 0; page < web.urls; page++) {
    links += web.links(page).size();
  }
  return links + " links";
}

String writeJournal(Path folder, Web web) throws IOException {
  try (KeptJournal journal = state(folder).begin(folder.resolve("out.jsonl"), format())) {
    for (var _ : journal.seeds(List.of(web.url(0).href()))) {
      // noted on their way
    }
    var sink = journal.sink(format());
    for (int page = 0; page < web.urls; page++) {
      var link = Link.seed(web.url(page));
      sink.write(page(link.url()), new Settlement.Fetched(link, Optional.empty(), web.links(page)));
    }
  }
  return web.urls + " settled";
}

/// All that the command does before the first request.
String readJournal(Path folder, Web web) throws IOException {
  try (KeptJournal journal = state(folder).resume(folder.resolve("out.jsonl"))) {
    long[] ok = new long[1];
    journal.gists((_, gist) -> ok[0] += gist.outcome() == RecordOutcome.OK ? 1 : 0);
    var plan = plan(web);
    var rest = plan.with(journal.seeds(plan.seeds()), plan.sitemaps()).in(journal);
    var session = CrawlSession.begin(rest, CrawlListener.NONE);
    return "%d settled, %d known".formatted(ok[0], session.progress().known());
  }
}

/// One map: the URL, and whether it waits or how it ended. Committed and made safe once a second,
/// as the journal is. A link is written when it is new, which the store itself is asked: in a crawl
/// as it comes a link says nothing more.
String writeStore(Path folder, Web web) throws IOException {
  Files.createDirectories(folder);
  long looked = 0;
  try (var store = store(folder);
      var out = Files.newOutputStream(folder.resolve("out.jsonl"))) {
    MVMap<String, byte[]> urls = store.openMap("urls");
    long last = System.nanoTime();
    for (int page = 0; page < web.urls; page++) {
      for (var link : web.links(page)) {
        urls.putIfAbsent(link.href(), new byte[] {0});
        looked++;
      }
      var url = web.url(page);
      var line = ("{\"url\":\"" + url.href() + "\",\"outcome\":\"ok\"}\n");
      out.write(line.getBytes(StandardCharsets.UTF_8));
      urls.put(url.href(), ByteBuffer.allocate(13).put((byte) 1).putLong(page).putInt(7).array());
      if (System.nanoTime() - last > 1_000_000_000) {
        store.commit();
        store.sync();
        last = System.nanoTime();
      }
    }
    store.commit();
    store.sync();
  }
  return web.urls + " settled, " + looked + " links looked up";
}

String readStore(Path folder, Web web) {
  try (var store = store(folder)) {
    MVMap<String, byte[]> urls = store.openMap("urls");
    var session = CrawlSession.begin(plan(web), CrawlListener.NONE);
    long settled = 0;
    var waiting = new ArrayList<Link>();
    var cursor = urls.cursor(null);
    while (cursor.hasNext()) {
      var url = CrawlUrl.of(cursor.next());
      if (cursor.getValue()[0] == 1) {
        settled++;
      } else {
        waiting.add(Link.seed(url));
      }
    }
    session.discover(waiting);
    return "%d settled, %d waiting".formatted(settled, waiting.size());
  }
}

MVStore store(Path folder) {
  return new MVStore.Builder()
      .fileName(folder.resolve("store.mv").toString())
      .cacheSize(64)
      .autoCommitBufferSize(16 << 10)
      .open();
}

record Web(int urls, int hosts) {
  CrawlUrl url(int page) {
    return CrawlUrl.of(
        "http://host%06d.example/section%02d/a-page-of-the-web-%08d.html"
            .formatted(page % hosts, page / hosts % 100, page));
  }

  List<CrawlUrl> links(int page) {
    var links = new ArrayList<CrawlUrl>();
    for (int i = 1; i <= 20; i++) {
      long child = page * 20L + i;
      if (child < urls) {
        links.add(url((int) child));
      }
    }
    int known = (int) Math.min(urls, page * 20L + 21);
    for (int i = 0; i < 20; i++) {
      links.add(url(Math.min(i, known - 1)));
      links.add(url((int) ((page * 7_919L + i * 104_729L) % known)));
    }
    return links;
  }
}
