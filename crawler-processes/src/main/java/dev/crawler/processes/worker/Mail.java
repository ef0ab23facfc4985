package dev.crawler.processes.worker;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.session.Dispatch;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.processes.job.Books;
import dev.crawler.processes.job.Letters;
import dev.crawler.processes.ledger.Letter;
import dev.crawler.processes.ledger.ShardedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Brings what shards have for others to where it outlives this worker: links to the ledger,
/// matters of robots.txt to the post. Shards of this worker are told of links at once, those of
/// others by hints. *Thread-safe.*
public final class Mail {
  private final Books books;
  private final Inbox inbox;

  /// Letters that have a robots.txt fetched here, by the one that was asked for first: thrown away
  /// when that is ruled, or wanted elsewhere.
  private final Map<CrawlUrl, List<Letter>> open = new ConcurrentHashMap<>();

  private final Set<ShardedKey> read = ConcurrentHashMap.newKeySet();

  Mail(Books books, Inbox inbox) {
    this.books = books;
    this.inbox = inbox;
  }

  /// Sends; what was sent is safe when this returns.
  public void send(List<Dispatch> dispatches) {
    var links = new ArrayList<Link>();
    var told = new ArrayList<Dispatch>();
    for (var dispatch : dispatches) {
      switch (dispatch) {
        case Dispatch.Found(var link) -> {
          links.add(link);
          told.add(dispatch);
        }
        case Dispatch.RobotsWanted(var moved) -> post(dispatch, moved.referrer());
        case Dispatch.RobotsRuled(var asked, var _) -> post(dispatch, asked);
      }
    }
    if (!links.isEmpty()) {
      books.ledger().open(links);
      inbox.add(told);
    }
  }

  private void post(Dispatch dispatch, @Nullable CrawlUrl asked) {
    books.post().send(books.keys().of(dispatch.addressee()), Letters.write(dispatch));
    var done = asked == null ? null : open.remove(asked);
    if (done != null) {
      done.forEach(books.post()::remove);
    }
  }

  /// What letters say to the shard of a partition, those that were not read yet. A ruling is thrown
  /// away: it stands in the shard, and a next owner asks again.
  List<Dispatch> lettersTo(int partition) {
    return books.post().letters(partition).stream()
        .flatMap(letter -> read(letter).stream())
        .toList();
  }

  /// Forgets which letters to a partition were read: its next shard has not.
  void forget(int partition) {
    read.removeIf(letter -> books.ofText(letter.shard()) == partition);
  }

  /// What a letter says, unless it was read before.
  Optional<Dispatch> read(Letter letter) {
    if (!read.add(letter.key())) {
      return Optional.empty();
    }
    var dispatch = Letters.read(letter.content());
    if (dispatch instanceof Dispatch.RobotsWanted(var moved) && moved.referrer() != null) {
      open.computeIfAbsent(moved.referrer(), _ -> new ArrayList<>()).add(letter);
    } else {
      books.post().remove(letter);
    }
    return Optional.of(dispatch);
  }
}
