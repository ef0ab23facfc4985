package dev.crawler.core.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

/// Tells the head of the final answer from interim answers and empty lines before it, and from what
/// comes behind it. A client has read these bytes before and found nothing wrong with them, so
/// nothing is judged here. *Immutable by convention.*
///
/// @param bytes as they came
/// @param start where the status line begins
/// @param end behind the empty line
@SuppressWarnings("ArrayRecordComponent") // never compared
record WireAnswer(byte[] bytes, int start, int end) {
  static WireAnswer in(byte[] bytes) {
    int start = 0;
    int end = 0;
    do {
      start = afterEmptyLines(bytes, end);
      end = endOfSection(bytes, start);
    } while (end < bytes.length && isInterim(bytes, start));
    return new WireAnswer(bytes, start, end);
  }

  ByteBuffer head() {
    return ByteBuffer.wrap(bytes, start, end - start).slice();
  }

  /// What comes behind the head, so many bytes at most.
  ByteBuffer rest(int most) {
    return ByteBuffer.wrap(bytes, end, Math.min(most, bytes.length - end)).slice();
  }

  private static int afterEmptyLines(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && (bytes[i] == '\r' || bytes[i] == '\n')) {
      i++;
    }
    return i;
  }

  private static int endOfSection(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        int next = i + 1 < bytes.length && bytes[i + 1] == '\r' ? i + 2 : i + 1;
        if (next < bytes.length && bytes[next] == '\n') {
          return next + 1;
        }
      }
    }
    return bytes.length;
  }

  private static boolean isInterim(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length && bytes[end] != '\r' && bytes[end] != '\n') {
      end++;
    }
    int status = AnswerLine.status(new String(bytes, start, end - start, ISO_8859_1));
    return status > 0 && status < 200;
  }
}
