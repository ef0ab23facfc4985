package dev.crawler.tck.hostile;

import static dev.crawler.core.fetch.FailureReason.DNS;
import static dev.crawler.tck.hostile.Fault.Retries.ALL;
import static dev.crawler.tck.hostile.Fault.Retries.NONE;
import static dev.crawler.tck.hostile.Fault.Verdict.OK;
import static dev.crawler.tck.hostile.Fault.Verdict.failed;

import dev.crawler.tck.hostile.Fault.Door;
import dev.crawler.tck.hostile.Fault.Retries;
import java.util.List;

/// Names that are not found, or lead to addresses of which some are dead.
final class NameFaults {
  private NameFaults() {}

  static List<Fault> all() {
    return List.of(
        lost("N3", "no such name", NONE, Host.unknown("n3.example")),
        lost("N4a", "name server fails", ALL, Host.failing("n4a.example")),
        found(
            "N5a",
            "first address refuses",
            Door.OPEN,
            Host.leadingTo("n5a.example", "127.0.0.2", "127.0.0.1")),
        found(
            "N5b",
            "first address is silent",
            Door.OPEN_BESIDE_BLOCKED,
            Host.leadingTo("n5b.example", HostilePort.BLOCKED_ADDRESS, "127.0.0.1")));
  }

  /// Those that only a deadline ends.
  static List<Fault> stalling() {
    return List.of(lost("N4b", "name server is silent", ALL, Host.silent("n4b.example")));
  }

  private static Fault lost(String id, String title, Retries retries, Host host) {
    return Fault.at(Door.CLOSED, id, title, _ -> {}, retries, failed(DNS)).on(host);
  }

  private static Fault found(String id, String title, Door door, Host host) {
    return Fault.at(door, id, title, exchange -> exchange.page("<p>whole!"), NONE, OK).on(host);
  }
}
