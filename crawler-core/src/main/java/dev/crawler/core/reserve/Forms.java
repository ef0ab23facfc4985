package dev.crawler.core.reserve;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Reason;
import dev.crawler.core.url.CrawlUrl;
import java.util.List;
import java.util.stream.Stream;

/// The forms of all that is kept.
final class Forms {
  static final Form<Link> LINK = new LinkForm();
  static final Form<Exclusion> EXCLUSION = new ExclusionForm();

  private Forms() {}

  private record LinkForm() implements Form<Link> {
    @Override
    public void write(Link link, ChunkWriter out) {
      out.text(link.url().href());
      out.number(link.depth());
      out.number(link.hops());
      out.referrer(link.referrer());
    }

    @Override
    public Link read(ChunkReader in) {
      return new Link(CrawlUrl.of(in.text()), in.number(), in.number(), in.referrer());
    }
  }

  private record ExclusionForm() implements Form<Exclusion> {
    private static final List<Reason> REASONS =
        Stream.<Reason>concat(
                Stream.of(ExclusionReason.values()), Stream.of(FailureReason.values()))
            .toList();

    @Override
    public void write(Exclusion exclusion, ChunkWriter out) {
      out.text(exclusion.url());
      out.number(REASONS.indexOf(exclusion.reason()));
      out.number(exclusion.depth());
      out.number(exclusion.hops());
      out.referrer(exclusion.referrer());
      out.number(exclusion.error() == null ? 0 : 1);
      if (exclusion.error() != null) {
        out.text(exclusion.error());
      }
    }

    @Override
    public Exclusion read(ChunkReader in) {
      var url = in.text();
      var reason = REASONS.get(in.number());
      int depth = in.number();
      int hops = in.number();
      var referrer = in.referrer();
      var error = in.number() == 0 ? null : in.text();
      return new Exclusion(url, reason, error, depth, hops, referrer);
    }
  }
}
