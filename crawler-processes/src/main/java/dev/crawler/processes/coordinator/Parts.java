package dev.crawler.processes.coordinator;

import dev.crawler.core.record.Sink;
import dev.crawler.processes.job.Books;
import dev.crawler.processes.job.Introduction;
import dev.crawler.processes.job.Orders;
import dev.crawler.processes.ledger.ShardedKey;
import dev.crawler.processes.part.Folders;
import dev.crawler.processes.part.Part;
import dev.crawler.processes.part.PartCopy;
import dev.crawler.processes.part.PartMerge;
import dev.crawler.processes.part.PartMerge.Merged;
import dev.crawler.processes.part.PartMerge.Place;
import dev.crawler.processes.part.RecordKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The part files of all workers there ever were: those on this machine are read where they are,
/// those on others are fetched. *Confined to the coordinator's thread.*
public final class Parts implements AutoCloseable {
  private static final int MOST_ATTEMPTS = 10;

  private final Books books;
  private final Orders orders;
  private final Roster roster;
  private final Path folder;
  private final List<Part> found = new ArrayList<>();
  private final Set<Integer> lost = new HashSet<>();

  /// How many were settled before some were opened again.
  private long owed;

  /// @param former parts of the crawl's former lives
  /// @throws IOException when there can be no folder for copies
  Parts(Books books, Orders orders, Roster roster, List<Part> former) throws IOException {
    this.books = books;
    this.orders = orders;
    this.roster = roster;
    this.folder = Files.createTempDirectory("crawler-");
    this.found.addAll(former);
  }

  /// Looks for all of them; opens again what was written into those that cannot be had. Returns
  /// whether there was none of that kind.
  ///
  /// @throws IOException when what was opened again has not come back
  boolean collect() throws IOException, InterruptedException {
    long settled = books.ledger().settledCount();
    if (settled < owed) {
      throw new IOException((owed - settled) + " records are lost with a worker's part file");
    }
    var again = 0;
    for (var worker : roster.workers().entrySet()) {
      int number = worker.getValue().number();
      if (isNew(number)) {
        var part = find(worker.getKey(), worker.getValue());
        part.ifPresent(found::add);
        if (part.isEmpty() && lost.add(number)) {
          again += books.ledger().reopen(number);
        }
      }
    }
    if (again > 0) {
      owed = settled;
      renew();
    }
    return again == 0;
  }

  /// Shards believe that what is open again is done, until they are made anew.
  private void renew() throws IOException, InterruptedException {
    for (int attempt = 0; !roster.renew(); attempt++) {
      if (attempt == MOST_ATTEMPTS) {
        throw new IOException("workers do not begin anew, though a part file is lost");
      }
    }
  }

  private boolean isNew(int worker) {
    return !lost.contains(worker) && found.stream().noneMatch(part -> part.worker() == worker);
  }

  private Optional<Part> find(UUID worker, Introduction introduction) throws IOException {
    int number = introduction.number();
    if (isHere(introduction)) {
      var part = Part.of(Part.folderOf(introduction.folder(), roster.job()), number);
      return Files.isReadable(part.file()) ? Optional.of(part) : Optional.empty();
    }
    try {
      return Optional.of(
          PartCopy.copy((position, most) -> orders.read(worker, position, most), folder, number));
    } catch (IOException _) {
      return Optional.empty(); // what was in it is fetched again
    }
  }

  private static boolean isHere(Introduction introduction) {
    try {
      var mark = introduction.folder().resolve(Introduction.MARK);
      return Files.readString(mark).equals(introduction.mark());
    } catch (IOException _) {
      return false; // it is on another machine
    }
  }

  /// Hands the records that count to a sink.
  Merged merge(Sink sink) throws IOException {
    return PartMerge.merge(found, this::places, books.ledger().settledCount(), sink);
  }

  /// Deletes the copies.
  @Override
  public void close() {
    Folders.delete(folder);
  }

  private Map<String, Place> places(List<RecordKey> keys) {
    var wanted = new HashSet<ShardedKey>();
    for (var key : keys) {
      var url = key.url();
      wanted.add(new ShardedKey(url == null ? key.text() : books.keys().of(url), key.text()));
    }
    var places = new HashMap<String, Place>();
    books
        .ledger()
        .settlements(wanted)
        .forEach((key, how) -> places.put(key.name(), new Place(how.worker(), how.position())));
    return places;
  }
}
