package dev.crawler.cli.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Two machines, as the kernel plays them: network namespaces with one address each, and this
/// machine as the router between them, where both find the site whether they find each other or
/// not. Skipped where the system allows none, which takes Linux, root and `ip`. *Confined to the
/// test's thread.*
final class TornNetwork implements AutoCloseable {
  /// Of this machine, for both.
  static final String SITE = "10.213.0.1";

  private final List<Machine> machines = new ArrayList<>();

  /// One of the two.
  ///
  /// @param number 1 or 2
  record Machine(int number) {
    String address() {
      return "10.213.%d.2".formatted(number);
    }

    private String router() {
      return "10.213.%d.1".formatted(number);
    }

    private String space() {
      return "crawler-test-" + number;
    }

    /// The router's end of its cable.
    private String cable() {
      return "crawlertest" + number;
    }

    /// What to put before a command that is to run there.
    List<String> prefix() {
      return List.of("ip", "netns", "exec", space());
    }
  }

  /// Sets both up, whole.
  static TornNetwork open() throws IOException, InterruptedException {
    var network = new TornNetwork();
    try {
      assumeTrue(run("ip addr replace " + SITE + "/32 dev lo"), "no network namespaces here");
      for (var machine : List.of(new Machine(1), new Machine(2))) {
        network.machines.add(machine);
        assumeTrue(plugIn(machine), "no network namespaces here");
      }
      assumeTrue(network.heal(), "nothing is routed here");
      return network;
    } catch (IOException | InterruptedException | RuntimeException e) {
      network.close();
      throw e;
    }
  }

  private static boolean plugIn(Machine machine) throws IOException, InterruptedException {
    var in = String.join(" ", machine.prefix());
    return run("ip netns add " + machine.space())
        && run(
            "ip link add %s type veth peer name eth0 netns %s"
                .formatted(machine.cable(), machine.space()))
        && run("ip addr add %s/24 dev %s".formatted(machine.router(), machine.cable()))
        && run("ip link set %s up".formatted(machine.cable()))
        && run(in + " ip link set lo up")
        && run(in + " ip addr add %s/24 dev eth0".formatted(machine.address()))
        && run(in + " ip link set eth0 up")
        && run(in + " ip route add default via " + machine.router());
  }

  Machine one() {
    return machines.getFirst();
  }

  Machine other() {
    return machines.getLast();
  }

  /// From now on nothing of one comes to the other, and nobody is told: no connection is closed.
  void tear() throws IOException, InterruptedException {
    forward("0");
  }

  /// Has them hear of each other again; whether that could be done.
  boolean heal() throws IOException, InterruptedException {
    return forward("1");
  }

  private boolean forward(String value) throws IOException, InterruptedException {
    boolean done = true;
    for (var machine : machines) {
      var setting = "net/ipv4/conf/%s/forwarding=%s".formatted(machine.cable(), value);
      done &= run("sysctl -q -w " + setting);
    }
    return done;
  }

  @Override
  public void close() throws IOException {
    try {
      for (var machine : machines) {
        run("ip netns del " + machine.space());
        run("ip link del " + machine.cable());
      }
      run("ip addr del " + SITE + "/32 dev lo");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("what is left of the network is not taken down");
    }
  }

  private static boolean run(String command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(Arrays.asList(command.split(" ")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor() == 0;
  }
}
