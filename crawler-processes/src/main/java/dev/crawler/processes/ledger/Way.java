package dev.crawler.processes.ledger;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A link as an entry keeps it: what its URLs share with the entry's key is not kept again.
/// *Immutable.*
///
/// @param depth of the link
/// @param hops of the link
/// @param url its URL, on the key
/// @param referrer its referrer, on the key, or null
record Way(int depth, int hops, Tail url, @Nullable Tail referrer) {
  /// How a text goes on after its first characters, which are another's. *Immutable.*
  ///
  /// @param shared how many characters are the same
  /// @param rest what comes after them
  record Tail(int shared, String rest) {
    static Tail of(String base, String text) {
      int most = Math.min(base.length(), text.length());
      int shared = 0;
      while (shared < most && base.charAt(shared) == text.charAt(shared)) {
        shared++;
      }
      return new Tail(shared, text.substring(shared));
    }

    CrawlUrl on(String base) {
      return CrawlUrl.of(base.substring(0, shared) + rest);
    }

    void write(ObjectDataOutput out) throws IOException {
      Packed.writeNumber(out, shared);
      Packed.writeText(out, rest);
    }

    static Tail read(ObjectDataInput in) throws IOException {
      return new Tail(Packed.readCount(in), Packed.readText(in));
    }
  }

  static Way of(String key, Link link) {
    var from = link.referrer();
    return new Way(
        link.depth(),
        link.hops(),
        Tail.of(key, link.url().href()),
        from == null ? null : Tail.of(key, from.href()));
  }

  Link link(String key) {
    return new Link(url.on(key), depth, hops, referrer == null ? null : referrer.on(key));
  }

  void write(ObjectDataOutput out) throws IOException {
    Packed.writeNumber(out, depth);
    Packed.writeNumber(out, (long) hops << 1 | (referrer == null ? 0 : 1));
    url.write(out);
    if (referrer != null) {
      referrer.write(out);
    }
  }

  static Way read(ObjectDataInput in) throws IOException {
    int depth = (int) Packed.readNumber(in);
    int hops = (int) Packed.readNumber(in);
    var url = Tail.read(in);
    return new Way(depth, hops >> 1, url, (hops & 1) == 0 ? null : Tail.read(in));
  }
}
