package dev.crawler.cli.experiments.lab;

import dev.crawler.cli.compare.jvm.ChildJvms;
import dev.crawler.cli.compare.race.Ground;
import dev.crawler.cli.compare.site.OwnSite;
import dev.crawler.tck.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The embedded site of a lab, kept while the next course has the same. *Confined to one thread.*
final class Grounds implements AutoCloseable {
  private static final int CONNECTIONS = 128;

  private final ChildJvms jvms;
  private final Path folder;
  private final int seed;
  private List<String> words = List.of();
  private @Nullable OwnSite open;
  private OptionalDouble requestsPerSecond = OptionalDouble.empty();
  private boolean isWarm;

  Grounds(ChildJvms jvms, Path folder, int seed) {
    this.jvms = jvms;
    this.folder = folder;
    this.seed = seed;
  }

  /// All options of a site, as words.
  List<String> words(List<String> chosen) {
    var all = new ArrayList<String>();
    all.add("--seed=" + seed);
    all.addAll(chosen);
    return all;
  }

  /// A site with these options that serves, and is warm.
  Ground of(List<String> chosen) throws IOException, InterruptedException {
    var wanted = words(chosen);
    var site = open;
    if (site == null || !words.equals(wanted)) {
      close();
      site = OwnSite.start(jvms, wanted, folder);
      open = site;
      words = wanted;
      requestsPerSecond = OptionalDouble.of(site.capacity(CONNECTIONS));
    }
    var ground = new Ground(site, requestsPerSecond, isWarm);
    isWarm = true;
    return ground;
  }

  /// Writes the list of a course on the site that is open.
  Path list(Course course) throws IOException {
    var file = folder.resolve("list");
    var site = open;
    if (site != null) {
      var urls = new ArrayList<>(course.further());
      urls.addAll(urls(site.site(), course.pages()));
      Files.write(file, urls);
    }
    return file;
  }

  @Override
  public void close() {
    var site = open;
    open = null;
    if (site != null) {
      site.close();
    }
  }

  /// A page of each host, then the next of each.
  private static List<String> urls(Site site, int count) {
    int hosts = site.plan().hosts();
    if (count > hosts * site.plan().pagesPerHost()) {
      throw new IllegalArgumentException(count + " pages of " + site.plan());
    }
    var urls = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      urls.add(site.key(site.page(i % hosts, i / hosts)));
    }
    return urls;
  }
}
