package dev.crawler.cli.exit;

/// How the process ended, for scripts: the numbers of the contract.
public enum ExitCode {
  /// Done.
  DONE(0),
  /// The crawl could not go on, or the demo's engines differed.
  FAILED(1),
  /// The command line makes no sense.
  USAGE(2),
  /// An outcome named by `--fail-on` occurred.
  FAIL_ON(3),
  /// Stopped by `--max-duration`.
  TIME_LIMIT(4),
  /// A result could not be written: disk full, closed pipe, missing folder.
  OUTPUT(6),
  /// A list could not be read, or said nothing.
  INPUT(7),
  /// SIGINT: Ctrl-C.
  INTERRUPTED(130),
  /// SIGTERM.
  TERMINATED(143);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
