package dev.crawler.processes.launch;

/// How a worker ended. *Immutable.*
///
/// @param code of the process; 128 and the number of the signal when one ended it
/// @param lastWords the last line that told something; may be empty
public record WorkerExit(int code, String lastWords) {
  /// The code of one that could not write its records.
  static final int UNWRITABLE = 6;

  /// Whether it could not write its records; its last words say where, and why.
  public boolean isOfUnwritable() {
    return code == UNWRITABLE;
  }

  @Override
  public String toString() {
    return "exit code " + code + (lastWords.isEmpty() ? "" : ": " + lastWords);
  }
}
