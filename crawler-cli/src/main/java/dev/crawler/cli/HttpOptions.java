package dev.crawler.cli;

import dev.crawler.core.fetch.Headers;
import dev.crawler.core.plan.HttpSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// How requests are made. *Confined to the main thread.*
final class HttpOptions {
  @Option(
      names = "--connect-timeout",
      paramLabel = "D",
      converter = OptionText.DurationText.class,
      description = "until a connection stands (default: 10s)")
  private Duration connectTimeout = HttpSettings.DEFAULT.connectTimeout();

  @Option(
      names = "--timeout",
      paramLabel = "D",
      converter = OptionText.DurationText.class,
      description = "in all, from name look-up to the last byte (default: 30s)")
  private Duration timeout = HttpSettings.DEFAULT.timeout();

  @Option(
      names = "--max-body",
      paramLabel = "SIZE",
      converter = OptionText.SizeText.class,
      description = "decoded bytes kept of a body (default: 10MiB)")
  private int maxBody = HttpSettings.DEFAULT.maxBody();

  @Option(
      names = {"-A", "--user-agent"},
      paramLabel = "S",
      description =
          "its first word is what robots.txt is matched with (default: crawler/<version> (+<project"
              + " url>))")
  private String userAgent = HttpSettings.DEFAULT.userAgent();

  @Option(
      names = {"-H", "--header"},
      paramLabel = "'Name: value'",
      converter = OptionText.HeaderText.class,
      description = "a further request header; repeatable")
  private final List<Headers.Field> headers = new ArrayList<>();

  @Option(names = "--insecure", description = "do not verify TLS certificates and host names")
  private boolean insecure;

  /// The choices as a value.
  HttpSettings settings() {
    return new HttpSettings(
        connectTimeout, timeout, maxBody, userAgent, new Headers(headers), !insecure);
  }
}
