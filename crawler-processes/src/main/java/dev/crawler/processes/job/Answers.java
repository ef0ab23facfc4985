package dev.crawler.processes.job;

import java.util.List;

/// The bytes of what a worker answers. *No state.*
public final class Answers {
  private Answers() {}

  /// To [Order.Introduce].
  public static byte[] of(Introduction introduction) {
    return Messages.of(introduction);
  }

  /// To [Order.RollCall], [Order.Rescan] and [Order.Renew].
  public static byte[] of(WorkerReport report) {
    return ReportCodec.write(report);
  }

  /// To [Order.Applicants].
  public static byte[] of(List<String> keys) {
    return Messages.of(keys);
  }
}
