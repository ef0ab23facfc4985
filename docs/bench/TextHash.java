import com.sun.management.ThreadMXBean;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.FetchTask.Purpose;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.SimHashing;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What handling a page costs with and without a hash of its text: CPU of the one thread that does
/// it and bytes allocated, warm, without network and without writing records. `java -cp
/// 'crawler-cli/target/lib/*' docs/bench/TextHash.java FOLDER PAGES ROUNDS PASSES...`
void main(String[] args) throws IOException {
  var pages = pages(Path.of(args[0]), Integer.parseInt(args[1]));
  for (int round = 1; round <= Integer.parseInt(args[2]); round++) {
    for (int i = 3; i < args.length; i++) {
      measure(round, Integer.parseInt(args[i]), pages);
    }
  }
}

List<byte[]> pages(Path folder, int count) throws IOException {
  try (var files = Files.walk(folder)) {
    var pages = files.filter(file -> file.toString().endsWith(".html")).sorted().limit(count);
    return pages.map(this::bytes).toList();
  }
}

byte[] bytes(Path file) {
  try {
    return Files.readAllBytes(file);
  } catch (IOException e) {
    throw new IllegalStateException(e);
  }
}

void measure(int round, int passes, List<byte[]> pages) throws IOException {
  var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  var plan = CrawlPlan.of().simHashing(new SimHashing(passes)).build();
  var handler = new PageHandler(plan, page -> {});
  var trace = new FetchResult.Trace(Instant.EPOCH, Duration.ZERO, "192.0.2.1");
  var headers = Headers.of("Content-Type", "text/html; charset=utf-8");
  var link = Link.seed(CrawlUrl.of("http://ex.com/section00/page.html"));
  var task = new FetchTask(link, Purpose.PAGE, 1, true, true, "", true);
  long cpu = threads.getCurrentThreadCpuTime();
  long allocated = threads.getCurrentThreadAllocatedBytes();
  for (var page : pages) {
    handler.handle(task, new FetchResult.Response(200, headers, page, false, trace));
  }
  double count = pages.size();
  System.out.printf(
      "round %d, %d passes: %.1f us CPU/page, %.0f bytes/page%n",
      round,
      passes,
      (threads.getCurrentThreadCpuTime() - cpu) / 1e3 / count,
      (threads.getCurrentThreadAllocatedBytes() - allocated) / count);
}
