import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngines;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What a host that takes connections and says nothing costs the others: `SlowSite` crawled alone
/// and beside such a host, in turn, one fetch at a time to a host, no level waiting for another.
/// `java -cp 'crawler-cli/target/lib/*' docs/bench/BlackHole.java HOST:PORT ROUNDS ENGINE...`
void main(String[] args) throws Exception {
  authority = args[0];
  try (var words = URI.create("http://" + authority + "/stats").toURL().openStream()) {
    hosts = Integer.parseInt(new String(words.readAllBytes()).split(" ")[0]);
  }
  var hole = blackHole();
  for (int round = 1; round <= Integer.parseInt(args[1]); round++) {
    for (var engine : List.of(args).subList(2, args.length)) {
      double alone = rate(engine, List.of());
      double beside = rate(engine, hole);
      IO.println(
          "round %d %-9s alone %.0f pages/s, beside a black hole %.0f: %+.1f %%"
              .formatted(round, engine, alone, beside, 100 * (beside / alone - 1)));
    }
  }
}

String authority;
int hosts;
final List<Socket> held = new ArrayList<>();

/// Four URLs of a host that never answers.
List<String> blackHole() throws IOException {
  var listener = new ServerSocket(0, 64, InetAddress.ofLiteral("127.0.9.9"));
  Thread.ofPlatform().daemon().start(() -> hold(listener));
  var urls = new ArrayList<String>();
  for (int i = 0; i < 4; i++) {
    urls.add("http://127.0.9.9:%d/%d".formatted(listener.getLocalPort(), i));
  }
  return urls;
}

void hold(ServerSocket listener) {
  try {
    while (true) {
      held.add(listener.accept());
    }
  } catch (IOException e) {
    throw new java.io.UncheckedIOException(e);
  }
}

/// Pages of the site a second, from the first record to the last one of the site.
double rate(String engine, List<String> others) throws Exception {
  var clock = new Clock();
  try (var run = CrawlEngines.named(engine).start(plan(others), CrawlContext.of(clock::write))) {
    run.await();
  }
  return (clock.pages - 1) / ((clock.last - clock.first) / 1e9);
}

/// When records of the site came.
static final class Clock {
  private long pages;
  private long first;
  private long last;

  synchronized void write(PageRecord page) {
    if (page.outcome() == RecordOutcome.OK) {
      last = System.nanoTime();
      first = pages++ == 0 ? last : first;
    }
  }
}

CrawlPlan plan(List<String> others) {
  var seeds = new ArrayList<>(others);
  var root = authority.split(":");
  for (int host = 0; host < hosts; host++) {
    seeds.add("http://127.0.%d.%d:%s/%d".formatted(1 + host / 250, 1 + host % 250, root[1], host));
  }
  var usual = HttpSettings.DEFAULT;
  return CrawlPlan.of(seeds)
      .depth(Depth.UNLIMITED)
      .limits(new Limits(64, OptionalLong.empty(), OptionalInt.empty(), 0, 0, Duration.ofMillis(1)))
      .politeness(new Politeness(1, Duration.ZERO, Duration.ZERO, false))
      .http(
          new HttpSettings(
              Duration.ofSeconds(2),
              Duration.ofSeconds(2),
              usual.maxBody(),
              usual.userAgent(),
              usual.headers(),
              true))
      .build();
}
