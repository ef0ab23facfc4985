package dev.crawler.processes.coordinator;

import com.hazelcast.core.HazelcastException;
import dev.crawler.core.session.Level;
import dev.crawler.core.session.PageLimit;
import dev.crawler.processes.job.JobBoard;
import dev.crawler.processes.job.Order.Wish;
import dev.crawler.processes.job.Orders;
import java.io.IOException;
import java.util.ArrayList;

/// Leads a crawl to its end: calls the roll, releases a level when all before it is settled, and
/// ends when there is none. That nothing is left to do is believed when all workers have said so
/// twice and done nothing between, and have looked into the ledger before the second time: a link
/// that one has opened and another has not heard of yet would be found there, or have been worked
/// on. *Confined to the coordinator's thread.*
final class Conductor {
  /// Rounds that fail one after the other.
  private static final int MOST_TORN = 100;

  private final RollCaller workers;
  private final Orders orders;
  private final JobBoard board;
  private final int partitions;
  private final PageLimit limit;
  private final Rhythm rhythm;
  private final Vigil vigil;
  private final Standstill standstill = new Standstill(System::nanoTime);
  private int releases;
  private int torn;

  /// How soon the next round is.
  private enum Pace {
    SLOW,
    QUICK,
    OVER
  }

  /// What may end a crawl early: asked in each round. *Thread-safe.*
  @FunctionalInterface
  interface Vigil {
    /// @throws IOException when the crawl cannot go on, saying why
    void check() throws IOException;
  }

  /// How long from one round to the next, and how the crawl is to go on. *Thread-safe.*
  @FunctionalInterface
  interface Rhythm {
    /// Waits, for less when something may be about to end.
    Wish await(boolean nearlyQuiet) throws InterruptedException;
  }

  Conductor(
      RollCaller workers,
      Orders orders,
      JobBoard board,
      int partitions,
      PageLimit limit,
      Rhythm rhythm,
      Vigil vigil) {
    this.workers = workers;
    this.orders = orders;
    this.board = board;
    this.partitions = partitions;
    this.limit = limit;
    this.rhythm = rhythm;
    this.vigil = vigil;
    this.releases = board.releases().size();
  }

  /// Returns when nothing is left to do.
  void conduct() throws IOException, InterruptedException {
    var wish = Wish.GO_ON;
    for (var pace = round(wish); pace != Pace.OVER; pace = round(wish)) {
      wish = rhythm.await(pace == Pace.QUICK);
    }
  }

  /// A member that dies in the middle of a round takes its answer with it: the next one will show
  /// who is left.
  private Pace round(Wish wish) throws IOException, InterruptedException {
    vigil.check();
    try {
      var pace = lead(wish);
      torn = 0;
      return pace;
    } catch (HazelcastException e) {
      if (++torn == MOST_TORN) {
        throw e;
      }
      return Pace.SLOW;
    }
  }

  private Pace lead(Wish wish) throws IOException, InterruptedException {
    var roll = workers.call(releases, wish);
    if (!roll.isQuiet(partitions, releases)) {
      if (standstill.lastsAt(roll)) {
        long began = System.nanoTime();
        var _ = workers.rescan();
        standstill.looked(began);
      }
      return roll.isNearlyQuiet() ? Pace.QUICK : Pace.SLOW;
    }
    var again = workers.rescan();
    if (again.isQuiet(partitions, releases) && roll.isFollowedBy(again)) {
      var next = again.nextLevel();
      if (next.isEmpty()) {
        vigil.check();
        return Pace.OVER;
      }
      release(next.get(), again);
    }
    return Pace.QUICK;
  }

  private void release(Level level, Roll roll) throws InterruptedException {
    var applicants = new ArrayList<String>();
    if (limit.asksForApplicants()) {
      var answers = orders.applicants(level);
      if (!answers.keySet().equals(roll.members())) {
        return; // somebody has gone: all is to be looked at anew
      }
      answers.values().forEach(applicants::addAll);
    }
    board.add(limit.release(level, applicants), limit.left());
    releases++;
  }
}
