package dev.crawler.core.cookie;

import dev.crawler.core.record.PartFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A file of cookies in the format of Netscape's browser, which curl and wget read and write too:
/// seven fields a line, separated by tabs. *Immutable.*
///
/// @param path where it is, or will be
public record CookieFile(Path path) {
  private static final String HEADER = "# Netscape HTTP Cookie File\n";
  private static final String HTTP_ONLY = "#HttpOnly_";
  private static final int FIELDS = 7;
  private static final long LARGEST = 16 << 20;

  /// A jar with what the file holds: nothing, when there is none yet. Lines that are no cookies are
  /// passed over, as curl does.
  ///
  /// @throws IOException when it cannot be read, or is too large to be a file of cookies
  public Cookies read(InstantSource clock) throws IOException {
    var cookies = new Cookies(clock);
    if (Files.exists(path)) {
      if (Files.size(path) > LARGEST) {
        throw new IOException("too large for a file of cookies");
      }
      var text = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
      text.lines().forEach(line -> cookie(line).ifPresent(cookie -> cookies.keep(cookie, true)));
    }
    return cookies;
  }

  /// Writes all cookies, for their owner's eyes alone: into a new file beside it, which then takes
  /// its place. What the path was a link to is not touched.
  public void write(Cookies cookies) throws IOException {
    var text =
        cookies.all().stream()
            .sorted(Comparator.comparing(Cookie::domain).thenComparing(Cookie::toString))
            .map(CookieFile::line)
            .collect(Collectors.joining("", HEADER, ""));
    var part = PartFile.of(path);
    try {
      try (var out = part.createPrivate()) {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      }
      part.moveIntoPlace();
    } finally {
      Files.deleteIfExists(part.path());
    }
  }

  private static String line(Cookie cookie) {
    boolean session = cookie.expires().equals(Cookie.SESSION);
    return "%s%s%s\t%s\t%s\t%s\t%d\t%s\t%s\n"
        .formatted(
            cookie.httpOnly() ? HTTP_ONLY : "",
            cookie.hostOnly() ? "" : ".",
            cookie.domain(),
            flag(!cookie.hostOnly()),
            cookie.path(),
            flag(cookie.secure()),
            session ? 0 : cookie.expires().getEpochSecond(),
            cookie.name(),
            cookie.value());
  }

  private static String flag(boolean value) {
    return value ? "TRUE" : "FALSE";
  }

  private static Optional<Cookie> cookie(String line) {
    boolean httpOnly = line.startsWith(HTTP_ONLY);
    var fields = (httpOnly ? line.substring(HTTP_ONLY.length()) : line).split("\t", -1);
    if (fields.length != FIELDS
        || line.startsWith("#") && !httpOnly
        || !fields[4].matches("[0-9]{1,11}")
        || !isFit(fields)) {
      return Optional.empty();
    }
    long expires = Long.parseLong(fields[4]);
    return Optional.of(
        new Cookie(
            fields[5],
            fields[6],
            domain(fields),
            !fields[1].equals("TRUE"),
            fields[2],
            fields[3].equals("TRUE"),
            httpOnly,
            expires == 0 ? Cookie.SESSION : Instant.ofEpochSecond(expires)));
  }

  private static String domain(String[] fields) {
    var written = fields[0].toLowerCase(Locale.ROOT);
    return written.startsWith(".") ? written.substring(1) : written;
  }

  /// The file may have been written by anything: what a server could not have set is not sent.
  private static boolean isFit(String[] fields) {
    boolean wide = fields[1].equals("TRUE");
    return !fields[5].isEmpty()
        && fields[2].startsWith("/")
        && fields[5].length() + fields[6].length() <= SetCookie.LONGEST
        && SetCookie.isPrintable(String.join("", fields))
        && fields[5].indexOf('=') < 0
        && fields[6].indexOf(';') < 0
        && !(wide && CookieDomain.isPublicSuffix(domain(fields)));
  }
}
