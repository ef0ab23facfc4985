package dev.crawler.cli.warc;

import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Transcript;
import dev.crawler.core.plan.CrawlPlan;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the records of an archive: the one that it begins with, and two for each answer.
/// *Immutable.*
///
/// @param frame how each stands in the file
record AnswerRecords(RecordFrame frame) {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final HexFormat HEX = HexFormat.of();

  /// The record that a file begins with.
  List<ByteBuffer> first(String fileName, CrawlPlan plan) {
    var block = RecordHeader.crawl(plan);
    var header = RecordHeader.warcinfo(fileName, block.length);
    return frame.frame(header.bytes(), ByteBuffer.wrap(block), NOTHING);
  }

  /// Both records of an answer in pieces, the response first.
  ///
  /// @param bodySum SHA-256 of the body, or null when it is to be computed
  List<ByteBuffer> of(FetchTask task, FetchResult.Response response, @Nullable String bodySum) {
    var transcript = response.transcript();
    var target = task.link().url().request().href();
    var capture = new RecordHeader.Capture(target, response.trace());
    var answer = RecordHeader.response(capture, block(response, transcript, bodySum));
    var request = RecordHeader.request(capture, block(transcript.request()), answer.id());
    var pieces = new ArrayList<ByteBuffer>();
    pieces.addAll(frame.frame(answer.bytes(), transcript.head(), transcript.body()));
    pieces.addAll(frame.frame(request.bytes(), transcript.request(), NOTHING));
    return pieces;
  }

  private static RecordHeader.Block block(
      FetchResult.Response response, Transcript transcript, @Nullable String bodySum) {
    var payload = transcript.payload();
    boolean cut = payload.remaining() < response.body().length();
    return new RecordHeader.Block(
        transcript.head().remaining() + transcript.body().remaining(),
        sum(transcript.head(), transcript.body()),
        bodySum == null || cut ? sum(payload) : labelled(bodySum),
        response.truncated() || cut);
  }

  private static RecordHeader.Block block(ByteBuffer request) {
    var sum = sum(request);
    return new RecordHeader.Block(request.remaining(), sum, sum, false);
  }

  private static String sum(ByteBuffer... parts) {
    var sha256 = newSha256();
    for (var part : parts) {
      sha256.update(part.duplicate());
    }
    return labelled(HEX.formatHex(sha256.digest()));
  }

  private static String labelled(String sum) {
    return "sha256:" + sum;
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
