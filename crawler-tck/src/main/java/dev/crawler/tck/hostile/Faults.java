package dev.crawler.tck.hostile;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The catalogue of faults, as engines are held to it.
public final class Faults {
  private Faults() {}

  /// Those that a page can have and that end by themselves: tried with robots.txt ignored, so that
  /// the page is met itself.
  public static List<Fault> ofPages() {
    return Stream.of(
            ConnectionFaults.all(),
            LengthFaults.all(),
            ChunkFaults.all(),
            HeaderFaults.all(),
            StatusFaults.all(),
            CodingFaults.all(),
            RedirectFaults.all(),
            ContentFaults.all(),
            LinkFaults.all(),
            SecureFaults.ofPages())
        .flatMap(List::stream)
        .toList();
  }

  /// Those that only a deadline ends.
  public static List<Fault> ofStallingPages() {
    return Stream.of(SlowFaults.all(), SecureFaults.ofStallingPages(), NameFaults.stalling())
        .flatMap(List::stream)
        .toList();
  }

  /// Those of names: an address that is silent has to be waited for.
  public static List<Fault> ofNames() {
    return NameFaults.all();
  }

  /// Those that only a crawl that follows links can meet.
  public static List<Fault> ofTraps() {
    return TrapFaults.all();
  }

  /// How many pages of a host such a crawl may take on: what is expected hangs on it.
  public static OptionalInt hostPages() {
    return OptionalInt.of(TrapFaults.HOST_PAGES);
  }

  /// Those that a robots.txt can have.
  public static List<Fault> ofRobots() {
    return Stream.concat(RobotsFaults.all().stream(), SecureFaults.ofRobots().stream()).toList();
  }

  /// Robots.txt files that only a deadline ends.
  public static List<Fault> ofStallingRobots() {
    return RobotsFaults.stalling();
  }

  /// The fault of that number.
  public static Fault named(String id) {
    return all().stream()
        .filter(fault -> fault.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no fault " + id));
  }

  /// All of them.
  public static List<Fault> all() {
    return Stream.of(
            ofNames(), ofPages(), ofStallingPages(), ofTraps(), ofRobots(), ofStallingRobots())
        .flatMap(List::stream)
        .toList();
  }
}
