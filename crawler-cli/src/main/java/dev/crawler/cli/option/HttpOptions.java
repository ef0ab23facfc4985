package dev.crawler.cli.option;

import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.plan.UserAgent;
import java.time.Duration;
import picocli.CommandLine.ParseResult;

/// How requests are made. *Immutable.*
public final class HttpOptions {
  private final Setting<Duration> connectTimeout =
      Setting.of("--connect-timeout", "D", OptionText::lasting, "10s", "until a connection stands");
  private final Setting<Duration> timeout =
      Setting.of(
          "--timeout",
          "D",
          OptionText::lasting,
          "30s",
          "in all, from name look-up to the last byte");
  private final Setting<Integer> maxBody =
      Setting.of(
          "--max-body", "SIZE", HttpOptions::bodySize, "10MiB", "decoded bytes kept of a body");
  private final Setting<String> userAgent =
      Setting.of(
          "-A, --user-agent",
          "S",
          OptionText.checked(OptionText::text, UserAgent::productToken),
          UserAgent.DEFAULT,
          "its first word is what robots.txt is matched with");
  private final Setting<Headers.Field> header =
      Setting.repeatable(
          "-H, --header",
          "'Name: value'",
          OptionText.checked(OptionText::header, HttpSettings::requireSafe),
          "a further request header");
  private final Setting<Boolean> insecure =
      Setting.flag("--insecure", "do not verify TLS certificates and host names");

  /// For the help and the parser.
  public SettingGroup group() {
    return SettingGroup.of(
        "Requests", connectTimeout, timeout, maxBody, userAgent, header, insecure);
  }

  /// The choices as a value.
  public HttpSettings settings(ParseResult parsed) {
    return new HttpSettings(
        connectTimeout.in(parsed),
        timeout.in(parsed),
        maxBody.in(parsed),
        userAgent.in(parsed),
        new Headers(header.all(parsed)),
        !insecure.in(parsed));
  }

  private static int bodySize(String text) {
    int bytes = OptionText.size(text);
    if (bytes < 1) {
      throw OptionText.refused(text, "1 byte or more");
    }
    return bytes;
  }
}
