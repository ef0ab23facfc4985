package dev.crawler.cli.cluster;

import dev.crawler.cli.Main;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One crawl by the command and whatever processes belong to it, those of a running cluster
/// included. *Thread-safe: what befalls it comes from the server's threads.*
final class ClusterRun implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration START = Duration.ofSeconds(30);

  private final Path folder;
  private final CrawlTerms terms;
  private final List<String> crawl;
  private final String mark = UUID.randomUUID().toString();
  private final List<Member> members = new CopyOnWriteArrayList<>();
  private final List<CrawlerProcess> coordinators = new CopyOnWriteArrayList<>();
  private final Map<Long, Long> deaths = new ConcurrentHashMap<>();

  /// How a crawl ended.
  ///
  /// @param code of the command
  /// @param said on its standard error
  record Ending(int code, Records records, List<String> said) {}

  private ClusterRun(Path folder, CrawlTerms terms, List<String> crawl) {
    this.folder = folder;
    this.terms = terms;
    this.crawl = crawl;
  }

  /// One that has not begun; it leaves its files in the folder.
  static ClusterRun of(ServedSite site, CrawlTerms terms, Path folder) {
    return of(site.seedUrls(), terms, folder);
  }

  /// One of these URLs.
  static ClusterRun of(List<String> seeds, CrawlTerms terms, Path folder) {
    var crawl = new ArrayList<>(List.of("crawl", "-o", folder.resolve("records.jsonl").toString()));
    crawl.addAll(terms.options());
    crawl.addAll(seeds);
    return new ClusterRun(folder, terms, crawl);
  }

  /// Begins the crawl with these options besides; again, when the one before has died.
  CrawlerProcess begin(String... options) throws IOException {
    return begin(Main.class, options);
  }

  /// The same by a program that goes on as the command.
  CrawlerProcess begin(Class<?> program, String... options) throws IOException {
    var name = "crawl-" + (coordinators.size() + 1);
    var arguments = command(List.of(options));
    coordinators.add(CrawlerProcess.start(program, folder, name, mark, arguments));
    return coordinators.getLast();
  }

  /// Begins it in a grid with so many workers.
  CrawlerProcess beginGrid(int workers) throws IOException {
    return begin("--engine", "processes", "--workers", String.valueOf(workers));
  }

  /// The command line with these options besides.
  List<String> command(List<String> options) {
    return Stream.concat(crawl.stream(), options.stream()).toList();
  }

  /// Where a kept crawl has its state.
  Path state() {
    return folder.resolve("state");
  }

  /// The file of its records.
  Path output() {
    return folder.resolve("records.jsonl");
  }

  /// Ends all processes at once, with no chance to say farewell.
  void killAll() {
    var all = new ArrayList<>(workers());
    kill(coordinator().handle());
    all.forEach(this::kill);
  }

  /// Begins it as a client of the workers that have joined.
  CrawlerProcess beginClient() throws IOException {
    return beginClient(clusterName());
  }

  /// The same of a cluster that is called so.
  CrawlerProcess beginClient(String clusterName) throws IOException {
    return begin(
        "--engine",
        "processes",
        "--topology",
        "client",
        "--cluster",
        addresses(),
        "--cluster-name",
        clusterName);
  }

  String clusterName() {
    return "test-" + mark;
  }

  /// The same from another machine, by a command that goes on as this there.
  CrawlerProcess beginClientAt(List<String> prefix) throws IOException {
    var arguments = new ArrayList<>(crawl);
    arguments.addAll(List.of("--engine", "processes", "--topology", "client"));
    arguments.addAll(List.of("--cluster", addresses(), "--cluster-name", clusterName()));
    var name = "crawl-" + (coordinators.size() + 1);
    coordinators.add(CrawlerProcess.start(prefix, Main.class, folder, name, mark, arguments));
    return coordinators.getLast();
  }

  /// Starts a worker on another machine, which joins those before it.
  ///
  /// @param address of that machine
  CrawlerProcess joinAt(List<String> prefix, String address) throws IOException {
    return join(prefix, address + ":" + freePort(), List.of("--expose"));
  }

  /// Starts a worker by itself, which joins those before it.
  CrawlerProcess join() throws IOException {
    return join(List.of(), "127.0.0.1:" + freePort(), List.of());
  }

  private CrawlerProcess join(List<String> prefix, String listen, List<String> options)
      throws IOException {
    var others = members.isEmpty() ? listen : addresses();
    var arguments =
        new ArrayList<>(
            List.of(
                "worker", "--listen", listen, "--join", others, "--cluster-name", clusterName()));
    arguments.addAll(options);
    var name = "worker-" + (members.size() + 1);
    var started = CrawlerProcess.start(prefix, Main.class, folder, name, mark, arguments);
    members.add(new Member(started, listen));
    return started;
  }

  /// Returns when each worker that joined listens.
  void awaitMembers() {
    Await.that(
        "all workers listen",
        () -> members.stream().allMatch(Member::isListening),
        START,
        this::story);
  }

  /// Where those that joined are found, as the command wants it.
  String addresses() {
    return members.stream().map(Member::listen).collect(Collectors.joining(","));
  }

  /// The workers that are alive, the oldest first.
  List<ProcessHandle> workers() {
    var handles =
        members.isEmpty()
            ? coordinator().handle().children()
            : members.stream().map(member -> member.process().handle());
    return handles.filter(Proc::runs).sorted(Comparator.comparingLong(ProcessHandle::pid)).toList();
  }

  /// The command itself.
  CrawlerProcess coordinator() {
    return coordinators.getLast();
  }

  /// Ends a process that runs, with no chance to say farewell. Its requests end now, at the latest.
  void kill(ProcessHandle victim) {
    if (Proc.runs(victim)) {
      deaths.put(victim.pid(), System.nanoTime());
      victim.destroyForcibly();
    }
  }

  /// Notes that a process is as good as dead since then, for the others ([System#nanoTime]).
  void countAsDead(ProcessHandle victim, long nanos) {
    deaths.put(victim.pid(), nanos);
  }

  /// When those were killed that were, by their number ([System#nanoTime]).
  Map<Long, Long> deaths() {
    return Map.copyOf(deaths);
  }

  /// How the crawl ends.
  ///
  /// @throws AssertionError when it does not
  Ending end() throws IOException, InterruptedException {
    var code = coordinator().exitCode(PATIENCE);
    if (code.isEmpty()) {
      throw new AssertionError("the crawl does not end\n" + story());
    }
    var records = Records.read(output(), terms.isExact());
    return new Ending(code.getAsInt(), records, coordinator().said());
  }

  /// Those that outlive the command for longer than that, though nobody but it had started them.
  List<ProcessHandle> orphans(Duration longest) {
    Await.until(() -> strays().isEmpty(), longest);
    return strays();
  }

  private List<ProcessHandle> strays() {
    var own = members.stream().map(member -> member.process().handle()).toList();
    return CrawlerProcess.alive(mark).stream().filter(handle -> !own.contains(handle)).toList();
  }

  /// What every process of it said.
  String story() {
    var processes = new ArrayList<>(coordinators);
    members.forEach(member -> processes.add(member.process()));
    return processes.stream().map(CrawlerProcess::story).collect(Collectors.joining());
  }

  /// Leaves no process behind, whatever has happened.
  @Override
  public void close() {
    CrawlerProcess.alive(mark).forEach(ProcessHandle::destroyForcibly);
    Await.that("nothing left", () -> CrawlerProcess.alive(mark).isEmpty(), START, this::story);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
