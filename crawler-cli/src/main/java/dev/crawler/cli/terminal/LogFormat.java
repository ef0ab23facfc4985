package dev.crawler.cli.terminal;

import java.util.List;
import java.util.Map;

/// How standard error is written.
public enum LogFormat {
  /// Lines for a person.
  TEXT,
  /// One JSON object a line, for a program.
  JSON;

  private static final String OPTION = "--log-format";
  private static final String VARIABLE = "CRAWLER_LOG_FORMAT";

  /// The format that arguments and environment ask for, as far as can be told before they are
  /// parsed: so that a mistake in them is told in it too.
  public static LogFormat wantedBy(List<String> arguments, Map<String, String> environment) {
    var wanted = "json".equals(environment.get(VARIABLE)) ? JSON : TEXT;
    for (int i = 0; i < arguments.size(); i++) {
      var argument = arguments.get(i);
      if (argument.equals(OPTION) && i + 1 < arguments.size()) {
        wanted = arguments.get(i + 1).equals("json") ? JSON : TEXT;
      } else if (argument.startsWith(OPTION + "=")) {
        wanted = argument.equals(OPTION + "=json") ? JSON : TEXT;
      }
    }
    return wanted;
  }
}
