package dev.crawler.vertx.client;

import dev.crawler.core.fetch.FetchFailure;
import io.netty.handler.codec.DecoderException;

/// What came is no answer, or not a whole one. Netty hands a [DecoderException] through as it is.
/// *Immutable.*
final class AnswerException extends DecoderException {
  private static final long serialVersionUID = 1L;

  private final FetchFailure failure;

  AnswerException(FetchFailure failure, String message) {
    super(message);
    this.failure = failure;
  }

  /// Something that is malformed, or over its limits.
  static AnswerException notHttp(String message) {
    return new AnswerException(FetchFailure.NOT_HTTP, message);
  }

  FetchFailure failure() {
    return failure;
  }
}
