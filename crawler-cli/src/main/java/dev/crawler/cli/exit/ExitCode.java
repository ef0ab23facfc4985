package dev.crawler.cli.exit;

/// How the process ended, for scripts: the numbers of the contract.
public enum ExitCode {
  DONE(0, "Done"),
  FAILED(1, "The crawl could not go on, or the engines compared did not do the same work"),
  USAGE(2, "The command line makes no sense"),
  FAIL_ON(3, "An outcome named by `--fail-on` occurred"),
  TIME_LIMIT(4, "Stopped by `--max-duration`"),
  STATE(5, "The state is missing, damaged, in use, or was made with other options"),
  OUTPUT(6, "A result could not be written: disk full, closed pipe, missing folder"),
  INPUT(7, "A list could not be read, or said nothing"),
  INTERRUPTED(130, "SIGINT: Ctrl-C"),
  TERMINATED(143, "SIGTERM");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /// What it says, for documentation.
  public String meaning() {
    return meaning;
  }

  public int number() {
    return number;
  }
}
