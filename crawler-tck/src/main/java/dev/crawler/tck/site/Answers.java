package dev.crawler.tck.site;

import dev.crawler.core.fetch.Headers;
import dev.crawler.tck.site.Answer.Framing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Turns what stands at a place into what is sent. *Immutable.*
record Answers(Site site, Dice dice) {
  /// The answer to so many-th request for a place.
  Answer of(Place place, int attempt) {
    var chance = dice.with(place.host()).with(place.target());
    var latency = latency(chance);
    var trouble = attempt > 1 ? Trouble.NONE : site.trouble(place);
    return switch (trouble) {
      case NONE -> lasting(place, chance, latency);
      case RESET -> new Answer.Reset(latency);
      case BUSY -> text(503, Headers.of("Retry-After", "0"), "busy", latency);
      case CUT -> cut(place, latency);
    };
  }

  private Answer lasting(Place place, Dice chance, Duration latency) {
    if (place.target().equals("/robots.txt")) {
      return robots(place.host(), latency);
    }
    if (site.robots(place.host()) == RobotsKind.MOVED && place.target().equals(RobotsKind.MOVED_TO)
        || place.target().equals(RobotsKind.MOVED_AWAY_TO)) {
      return text(200, Headers.NONE, RobotsKind.rules(crawlDelay(place.host())), latency);
    }
    var body = Bodies.of(site.resource(place));
    return switch (site.resource(place)) {
      case Resource.Page page -> packed(pageHeaders(page), body, chance, latency);
      case Resource.Document(var status, var type, _) ->
          new Answer.Reply(status, typed(type), body, framing(chance), latency);
      case Resource.Redirect(var status, var location, _) ->
          new Answer.Reply(status, Headers.of("Location", location), body, Framing.LENGTH, latency);
      case Resource.Refusal(var status) ->
          new Answer.Reply(status, typed("text/html"), body, Framing.LENGTH, latency);
    };
  }

  private Answer robots(int host, Duration latency) {
    return switch (site.robots(host)) {
      case MISSING -> text(404, Headers.NONE, "Disallow: /", latency);
      case FORBIDDEN -> text(403, Headers.NONE, "User-agent: *\nDisallow: /", latency);
      case PAGE ->
          new Answer.Reply(
              200, typed("text/html"), ascii("<html><p>Hello</html>"), Framing.LENGTH, latency);
      case RULES -> text(200, Headers.NONE, RobotsKind.rules(crawlDelay(host)), latency);
      case MOVED -> moved("/rules.txt", latency);
      case MOVED_AWAY ->
          moved(site.key(new Place(site.neighbour(host), RobotsKind.MOVED_AWAY_TO)), latency);
      case DOWN -> text(503, Headers.NONE, "down", latency);
    };
  }

  private String crawlDelay(int host) {
    long millis = site.crawlDelaySaid(host).toMillis();
    return millis == 0 ? "Crawl-delay: x" : "Crawl-delay: 0.%03d".formatted(millis);
  }

  private Duration latency(Dice chance) {
    long least = site.plan().minLatency().toNanos() / 1000;
    long most = site.plan().maxLatency().toNanos() / 1000;
    int above = chance.with("latency").below(Math.toIntExact(most - least) + 1);
    return Duration.ofNanos(1000L * (least + above));
  }

  private static Headers pageHeaders(Resource.Page page) {
    var fields = new ArrayList<Headers.Field>();
    fields.add(new Headers.Field("Content-Type", page.charset().contentType()));
    if (page.follow() == Resource.Follow.NOT_BY_HEADER) {
      fields.add(new Headers.Field("X-Robots-Tag", "otherbot: none"));
      fields.add(new Headers.Field("x-robots-tag", "crawler: noindex, NOFOLLOW"));
    }
    return new Headers(fields);
  }

  private static Answer packed(Headers headers, byte[] body, Dice chance, Duration latency) {
    if (!chance.with("gzip").chance(40)) {
      return new Answer.Reply(200, headers, body, framing(chance), latency);
    }
    var fields = new ArrayList<>(headers.fields());
    fields.add(new Headers.Field("Content-Encoding", "gzip"));
    return new Answer.Reply(200, new Headers(fields), gzipped(body), framing(chance), latency);
  }

  private Answer cut(Place place, Duration latency) {
    var body = Bodies.of(site.resource(place));
    var half = Arrays.copyOf(body, body.length / 2);
    return new Answer.Cut(200, typed("text/html"), half, body.length + 1, latency);
  }

  private static Answer moved(String location, Duration latency) {
    return new Answer.Reply(
        301, Headers.of("Location", location), new byte[0], Framing.LENGTH, latency);
  }

  private static Answer text(int status, Headers headers, String text, Duration latency) {
    var fields = new ArrayList<>(headers.fields());
    fields.add(new Headers.Field("Content-Type", "text/plain; charset=utf-8"));
    var body = text.getBytes(StandardCharsets.UTF_8);
    return new Answer.Reply(status, new Headers(fields), body, Framing.LENGTH, latency);
  }

  private static Headers typed(String contentType) {
    return contentType.isEmpty() ? Headers.NONE : Headers.of("Content-Type", contentType);
  }

  private static Framing framing(Dice chance) {
    return chance
        .with("framing")
        .pick(
            List.of(
                Framing.LENGTH,
                Framing.LENGTH,
                Framing.LENGTH,
                Framing.CHUNKED,
                Framing.CHUNKED,
                Framing.CLOSE));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] gzipped(byte[] body) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a byte array takes everything
    }
    return packed.toByteArray();
  }
}
