package dev.crawler.cli.warc;

import dev.crawler.core.fetch.FetchResult.Trace;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.UserAgent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.Warcinfo;

/// What is said of a record before its block, in the words of WARC 1.1 and the syntax of jwarc.
/// *Immutable by convention.*
///
/// @param id of the record, in angle brackets
/// @param bytes as they stand in the file
@SuppressWarnings("ArrayRecordComponent") // never compared
record RecordHeader(String id, byte[] bytes) {
  private static final String RESPONSE = "application/http;msgtype=response";
  private static final String REQUEST = "application/http;msgtype=request";
  private static final String FIELDS = "application/warc-fields";

  /// An exchange, as both of its records know it.
  ///
  /// @param target request URL without credentials
  /// @param trace when and where
  record Capture(String target, Trace trace) {}

  /// What is kept of an exchange in one record.
  ///
  /// @param length in bytes
  /// @param blockSum checksum of it
  /// @param payloadSum that of the body in it, without its chunks; of a request that of all
  /// @param truncated whether the limit cut it
  record Block(int length, String blockSum, String payloadSum, boolean truncated) {}

  /// Of the record of an answer.
  static RecordHeader response(Capture capture, Block block) {
    var record = new WarcResponse.Builder(capture.target());
    common(record, capture, RESPONSE, block);
    record.setHeader("WARC-Payload-Digest", block.payloadSum());
    if (block.truncated()) {
      record.truncated(WarcTruncationReason.LENGTH);
    }
    return of(record.build());
  }

  /// Of the record of the request that was answered there.
  static RecordHeader request(Capture capture, Block block, String response) {
    var record = new WarcRequest.Builder(capture.target());
    common(record, capture, REQUEST, block);
    record.setHeader("WARC-Concurrent-To", response);
    return of(record.build());
  }

  /// Of the first record of a file.
  static RecordHeader warcinfo(String fileName, int length) {
    var record = new Warcinfo.Builder();
    record.version(MessageVersion.WARC_1_1).filename(fileName);
    record.setHeader("Content-Type", FIELDS);
    record.setHeader("Content-Length", Integer.toString(length));
    return of(record.build());
  }

  /// The block of the first record: who crawls, and how.
  static byte[] crawl(CrawlPlan plan) {
    var fields = new StringBuilder();
    new TreeMap<>(
            Map.of(
                "software",
                UserAgent.DEFAULT,
                "format",
                "WARC File Format 1.1",
                "conformsTo",
                "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
                "robots",
                plan.politeness().obeyRobots() ? "obey" : "ignore",
                "http-header-user-agent",
                userAgent(plan)))
        .forEach((name, value) -> fields.append(name).append(": ").append(value).append("\r\n"));
    return fields.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String userAgent(CrawlPlan plan) {
    return plan.http().headers().first("User-Agent").orElse(plan.http().userAgent());
  }

  private static void common(
      WarcRecord.AbstractBuilder<?, ?> record, Capture capture, String type, Block block) {
    record.version(MessageVersion.WARC_1_1);
    record.date(capture.trace().startedAt());
    record.setHeader("Content-Type", type);
    record.setHeader("Content-Length", Integer.toString(block.length()));
    record.setHeader("WARC-Block-Digest", block.blockSum());
    if (!capture.trace().address().isEmpty()) {
      record.setHeader("WARC-IP-Address", capture.trace().address());
    }
  }

  private static RecordHeader of(WarcRecord record) {
    var id = record.headers().first("WARC-Record-ID").orElseThrow();
    return new RecordHeader(id, record.serializeHeader());
  }
}
