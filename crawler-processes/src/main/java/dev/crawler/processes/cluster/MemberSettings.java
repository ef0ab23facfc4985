package dev.crawler.processes.cluster;

import dev.crawler.core.engine.Endpoint;
import java.util.List;

/// What a member has to be told. *Immutable.*
///
/// @param clusterName whom it belongs to: members of another name are strangers
/// @param role what it is there for
/// @param listen where it listens, and what the others call it
/// @param members whom it asks for the cluster, in this order; its own address may be among them
/// @param quorumByCoordinator whether the part of a torn cluster that has the coordinator goes on,
///   and not the one that has most of the workers
public record MemberSettings(
    String clusterName,
    Role role,
    Endpoint listen,
    List<Endpoint> members,
    boolean quorumByCoordinator) {

  /// Copies the list.
  public MemberSettings {
    members = List.copyOf(members);
  }
}
