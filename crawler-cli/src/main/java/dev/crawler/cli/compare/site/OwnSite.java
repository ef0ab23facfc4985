package dev.crawler.cli.compare.site;

import dev.crawler.cli.compare.jvm.ChildJvm;
import dev.crawler.cli.compare.jvm.ChildJvms;
import dev.crawler.tck.site.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The embedded site in its process. *Confined to one thread.*
public final class OwnSite implements AutoCloseable {
  /// Room for the log of a million requests.
  private static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-Xms96m", "-Xmx768m", "-XX:-UsePerfData");

  private final ChildJvm process;
  private final List<String> words;
  private final Site site;
  private final Path log;

  private OwnSite(ChildJvm process, List<String> words, Site site, Path log) {
    this.process = process;
    this.words = List.copyOf(words);
    this.site = site;
    this.log = log;
  }

  /// Starts it and waits until it serves.
  ///
  /// @param words options of the site
  /// @param folder for its log
  /// @throws IOException when it does not start
  public static OwnSite start(ChildJvms jvms, List<String> words, Path folder)
      throws IOException, InterruptedException {
    var process = jvms.start(SiteProcess.class, FLAGS, words);
    try {
      var site = named(SiteProcess.site(words), process);
      return new OwnSite(process, words, site, folder.resolve("requests"));
    } catch (IOException | InterruptedException e) {
      process.close();
      throw e;
    }
  }

  /// The site at the names that it is served at.
  public Site site() {
    return site;
  }

  /// What its process has used so far.
  public Duration cpu() {
    return process.cpu();
  }

  /// Requests in a second that it can serve once it is warm, which it is then. Found out without
  /// its latency, by a twin in the same process: with it, a client measures just that.
  ///
  /// @param connections at once
  public double capacity(int connections) throws IOException, InterruptedException {
    send(SiteProcess.twin());
    var twin = named(SiteProcess.site(SiteProcess.atOnce(words)), process);
    try {
      return LoadClient.requestsPerSecond(twin, connections);
    } finally {
      order(SiteProcess.noTwin());
    }
  }

  /// Makes it new: nothing was asked, no fault was shown.
  public void forget() throws IOException, InterruptedException {
    order(SiteProcess.forget());
  }

  /// What it was asked since it was new.
  public RequestFile requests() throws IOException, InterruptedException {
    order(SiteProcess.log(log));
    var requests = RequestFile.read(log);
    Files.delete(log);
    return requests;
  }

  @Override
  public void close() {
    process.close();
  }

  private void order(String line) throws IOException, InterruptedException {
    send(line);
    answer(process);
  }

  private void send(String line) throws IOException {
    process.pipe().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.pipe().flush();
  }

  /// Reads the names of all hosts.
  private static Site named(Site site, ChildJvm process) throws IOException, InterruptedException {
    var names = new ArrayList<String>();
    while (names.size() < site.plan().hosts()) {
      names.add(answer(process));
    }
    return site.named(names);
  }

  private static String answer(ChildJvm process) throws IOException, InterruptedException {
    var line = process.lines().readLine();
    if (line == null) {
      throw new IOException("the embedded site has ended: " + process.end());
    }
    return line;
  }
}
