package dev.crawler.cli.cluster;

import dev.crawler.cli.Main;
import java.io.IOException;
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
  private final Members members;
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
    this.members = new Members(folder, clusterName(), mark);
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
    return begin(List.of(), program, command(List.of(options)));
  }

  /// The same by another command, which goes on as this one.
  CrawlerProcess beginBy(List<String> prefix, String... options) throws IOException {
    return begin(prefix, Main.class, command(List.of(options)));
  }

  private CrawlerProcess begin(List<String> prefix, Class<?> program, List<String> arguments)
      throws IOException {
    var name = "crawl-" + (coordinators.size() + 1);
    coordinators.add(CrawlerProcess.start(prefix, program, folder, name, mark, arguments));
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
    return begin(client(clusterName));
  }

  String clusterName() {
    return "test-" + mark;
  }

  /// The same from another machine, by a command that goes on as this there.
  CrawlerProcess beginClientAt(List<String> prefix) throws IOException {
    return beginBy(prefix, client(clusterName()));
  }

  private String[] client(String clusterName) {
    return new String[] {
      "--engine",
      "processes",
      "--topology",
      "client",
      "--cluster",
      addresses(),
      "--cluster-name",
      clusterName
    };
  }

  /// Starts a worker on another machine, which joins those before it.
  ///
  /// @param address of that machine
  CrawlerProcess joinAt(List<String> prefix, String address) throws IOException {
    return members.join(prefix, address, List.of("--expose"));
  }

  /// Starts a worker by itself, which joins those before it.
  CrawlerProcess join() throws IOException {
    return members.join(List.of(), "127.0.0.1", List.of());
  }

  /// Returns when each worker that joined listens.
  void awaitMembers() {
    Await.that("all workers listen", members::areListening, START, this::story);
  }

  /// Where those that joined are found, as the command wants it.
  String addresses() {
    return members.addresses();
  }

  /// The workers that are alive, the oldest first.
  List<ProcessHandle> workers() {
    var handles =
        members.processes().isEmpty()
            ? coordinator().handle().children()
            : members.processes().stream().map(CrawlerProcess::handle);
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
    return end(PATIENCE);
  }

  /// The same of one that takes longer.
  Ending end(Duration patience) throws IOException, InterruptedException {
    var code = coordinator().exitCode(patience);
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
    var own = members.processes().stream().map(CrawlerProcess::handle).toList();
    return CrawlerProcess.alive(mark).stream().filter(handle -> !own.contains(handle)).toList();
  }

  /// What every process of it said.
  String story() {
    var processes = new ArrayList<>(coordinators);
    processes.addAll(members.processes());
    return processes.stream().map(CrawlerProcess::story).collect(Collectors.joining());
  }

  /// Leaves no process behind, whatever has happened.
  @Override
  public void close() {
    CrawlerProcess.alive(mark).forEach(ProcessHandle::destroyForcibly);
    Await.that("nothing left", () -> CrawlerProcess.alive(mark).isEmpty(), START, this::story);
  }
}
