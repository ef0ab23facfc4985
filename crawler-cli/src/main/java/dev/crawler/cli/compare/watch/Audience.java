package dev.crawler.cli.compare.watch;

import dev.crawler.cli.compare.race.Spectator;
import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.EngineRun;
import dev.crawler.cli.compare.result.Sample;
import dev.crawler.cli.compare.result.Setup;
import java.util.List;

/// Several spectators as one. *As its members are.*
///
/// @param members who see the same, in that order
public record Audience(List<Spectator> members) implements Spectator {
  /// Copies the list.
  public Audience {
    members = List.copyOf(members);
  }

  @Override
  public void began(Setup setup) {
    members.forEach(member -> member.began(setup));
  }

  @Override
  public void prepares(String what) {
    members.forEach(member -> member.prepares(what));
  }

  @Override
  public void started(String engine, int round) {
    members.forEach(member -> member.started(engine, round));
  }

  @Override
  public void sampled(String engine, int round, Sample sample) {
    members.forEach(member -> member.sampled(engine, round, sample));
  }

  @Override
  public void ended(EngineRun run) {
    members.forEach(member -> member.ended(run));
  }

  @Override
  public void failed(String engine, int round, String why) {
    members.forEach(member -> member.failed(engine, round, why));
  }

  @Override
  public void finished(Comparison comparison) {
    members.forEach(member -> member.finished(comparison));
  }
}
