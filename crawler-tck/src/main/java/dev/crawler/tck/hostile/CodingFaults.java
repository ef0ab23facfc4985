package dev.crawler.tck.hostile;

import static dev.crawler.core.fetch.FailureReason.DECODE;
import static dev.crawler.core.fetch.FailureReason.PROTOCOL;
import static dev.crawler.core.fetch.FailureReason.TRUNCATED;
import static dev.crawler.tck.hostile.Fault.Retries.ALL;
import static dev.crawler.tck.hostile.Fault.Retries.NONE;
import static dev.crawler.tck.hostile.Fault.Verdict.CUT;
import static dev.crawler.tck.hostile.Fault.Verdict.OK;
import static dev.crawler.tck.hostile.Fault.Verdict.failed;

import dev.crawler.tck.hostile.Fault.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/// Bodies that are not what their `Content-Encoding` says, or far more than they look.
final class CodingFaults {
  private static final byte[] PLAIN =
      "<p>whole, and a little longer".getBytes(StandardCharsets.US_ASCII);

  /// 64 MiB of blanks, which the library at hand can undo but not make.
  private static final String BROTLI_BOMB =
      "cbffff3f002440e2b14072effff8ffff078004401c1680eefd1fffffff00900088c302d0bdffe3ff"
          + "ff1f001200715800baf77ffcffff034002200e0b40f7fe8fffff7f004800c46101e8defff1ffff0f"
          + "000980382c00ddfb3ffeffff012001108705a07bff37";

  private static final String FRAME = "28b52ffd00";
  private static final String LARGEST_WINDOW = "68";
  private static final String TOO_LARGE_WINDOW = "69";
  private static final String BLOCK_OF_BLANKS = "02001020";
  private static final String LAST_BLOCK = "03001020";

  private CodingFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.of(
            "N37a",
            "gzip bomb",
            exchange -> exchange.reply(coded("gzip"), Bombs.GZIPPED),
            NONE,
            CUT),
        Fault.of(
            "N37b",
            "gzip bomb in gzip",
            exchange -> exchange.reply(coded("gzip, gzip"), gzip(Bombs.GZIPPED)),
            NONE,
            CUT),
        Fault.of(
            "N37c",
            "deflate bomb",
            exchange -> exchange.reply(coded("deflate"), Bombs.DEFLATED),
            NONE,
            CUT),
        Fault.of("N37d", "brotli bomb", sends("br", hex(BROTLI_BOMB)), NONE, CUT),
        Fault.of("N37e", "zstd bomb", sends("zstd", zstdBomb(LARGEST_WINDOW)), NONE, CUT),
        Fault.of("N38a", "says br, is plain", sends("br", PLAIN), NONE, failed(DECODE)),
        Fault.of("N38b", "an unknown coding", sends("x-secret", PLAIN), NONE, failed(DECODE)),
        Fault.of("N38c", "says zstd, is plain", sends("zstd", PLAIN), NONE, failed(DECODE)),
        Fault.of(
            "N38d",
            "zstd with too large a window",
            sends("zstd", zstdBomb(TOO_LARGE_WINDOW)),
            NONE,
            failed(DECODE)),
        Fault.of(
            "N39b",
            "zstd cut short",
            sends("zstd", hex(FRAME + LARGEST_WINDOW + "0200")),
            ALL,
            failed(TRUNCATED)),
        Fault.of("N39", "gzip cut short", truncatedGzip(), ALL, failed(TRUNCATED)),
        Fault.of("N40a", "says gzip, is plain", sends("gzip", PLAIN), NONE, failed(DECODE)),
        Fault.of(
            "N40b",
            "says nothing, is gzip",
            exchange -> exchange.reply("200 OK\r\nContent-Type: text/html", gzip(PLAIN)),
            NONE,
            OK),
        Fault.of(
            "N41",
            "twenty codings",
            sends("gzip, ".repeat(19) + "gzip", PLAIN),
            NONE,
            failed(PROTOCOL)),
        Fault.of("N41b", "identity", sends("identity", PLAIN), NONE, OK),
        Fault.of(
            "N41c",
            "gzip in capitals",
            exchange -> exchange.reply(coded(" X-GZip "), gzip(PLAIN)),
            NONE,
            OK));
  }

  private static String coded(String coding) {
    return "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: " + coding;
  }

  private static Script sends(String coding, byte[] body) {
    return exchange -> exchange.reply(coded(coding), body);
  }

  private static Script truncatedGzip() {
    return exchange -> {
      var packed = gzip(PLAIN);
      exchange.reply(coded("gzip"), Arrays.copyOf(packed, packed.length - 12));
    };
  }

  /// 64 MiB of blanks, a thousand to one. Made when they are wanted first: it takes a while.
  private static final class Bombs {
    private static final byte[] GZIPPED = written(out -> explode(new GZIPOutputStream(out)));
    private static final byte[] DEFLATED = written(out -> explode(new DeflaterOutputStream(out)));

    private static void explode(OutputStream packing) throws IOException {
      var block = new byte[1 << 20];
      Arrays.fill(block, (byte) ' ');
      try (packing) {
        for (int i = 0; i < 64; i++) {
          packing.write(block);
        }
      }
    }
  }

  /// 64 MiB of blanks in blocks that repeat one byte.
  private static byte[] zstdBomb(String window) {
    return hex(FRAME + window + BLOCK_OF_BLANKS.repeat(511) + LAST_BLOCK);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] gzip(byte[] body) {
    return written(out -> {
      try (var gzip = new GZIPOutputStream(out)) {
        gzip.write(body);
      }
    });
  }

  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) {
    var bytes = new ByteArrayOutputStream();
    try {
      writing.to(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory is always there
    }
    return bytes.toByteArray();
  }
}
