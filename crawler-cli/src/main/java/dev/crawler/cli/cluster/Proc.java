package dev.crawler.cli.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What Linux tells of other processes in `/proc`. Processes come and go while it is read: what has
/// gone counts as not there.
final class Proc {
  private static final Path ROOT = Path.of("/proc");
  private static final String LISTENING = "0A";

  private Proc() {}

  /// The process that holds the client's end of a connection on this machine.
  static OptionalLong client(int clientPort, int serverPort) {
    var socket =
        sockets()
            .filter(entry -> entry.local() == clientPort && entry.remote() == serverPort)
            .map(entry -> "socket:[" + entry.inode() + "]")
            .findFirst();
    return socket.isEmpty()
        ? OptionalLong.empty()
        : pids().filter(pid -> descriptors(pid).containsValue(socket.get())).findFirst().stream()
            .mapToLong(pid -> pid)
            .findFirst();
  }

  /// Whether somebody listens at a port.
  static boolean isListening(int port) {
    return sockets().anyMatch(entry -> entry.state().equals(LISTENING) && entry.local() == port);
  }

  /// Whether a process runs or could be let go on; one that waits to be buried does not.
  static boolean runs(ProcessHandle process) {
    return text(ROOT.resolve(process.pid() + "/status"))
        .lines()
        .anyMatch(line -> line.startsWith("State:") && !line.matches("State:\\s+[ZX].*"));
  }

  /// The processes that were started with this in their environment, and those that they started:
  /// also where their parent has gone.
  static List<ProcessHandle> withEnvironment(String variable) {
    return pids()
        .filter(pid -> environment(pid).contains(variable))
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .toList();
  }

  /// The files that a process can write to, with their sizes.
  static Map<Path, Long> writtenFiles(long pid) {
    var sizes = new HashMap<Path, Long>();
    descriptors(pid)
        .forEach((descriptor, target) -> {
          var file = Path.of(target);
          if (target.startsWith("/") && Files.isRegularFile(file) && writes(pid, descriptor)) {
            sizes.put(file, size(file));
          }
        });
    return sizes;
  }

  /// Size of a file, -1 when it is not there.
  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException _) {
      return -1;
    }
  }

  /// One line of a socket table.
  private record Entry(int local, int remote, String state, long inode) {
    static Entry of(String line) {
      var columns = line.strip().split("\\s+", -1);
      return new Entry(port(columns[1]), port(columns[2]), columns[3], Long.parseLong(columns[9]));
    }

    private static int port(String address) {
      return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
    }
  }

  private static Stream<Entry> sockets() {
    return Stream.of("net/tcp", "net/tcp6")
        .flatMap(table -> text(ROOT.resolve(table)).lines().skip(1))
        .map(Entry::of);
  }

  private static Stream<Long> pids() {
    return children(ROOT).stream()
        .map(path -> path.getFileName().toString())
        .filter(name -> name.chars().allMatch(Character::isDigit))
        .map(Long::valueOf);
  }

  private static String environment(long pid) {
    return text(ROOT.resolve(pid + "/environ"));
  }

  /// What each open descriptor of a process leads to.
  private static Map<String, String> descriptors(long pid) {
    var targets = new HashMap<String, String>();
    for (var descriptor : children(ROOT.resolve(pid + "/fd"))) {
      targets.put(descriptor.getFileName().toString(), target(descriptor));
    }
    return targets;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException _) {
      return ""; // closed meanwhile
    }
  }

  private static boolean writes(long pid, String descriptor) {
    return text(ROOT.resolve(pid + "/fdinfo/" + descriptor))
        .lines()
        .filter(line -> line.startsWith("flags:"))
        .anyMatch(line -> (Long.parseLong(line.substring(6).strip(), 8) & 3) != 0);
  }

  private static List<Path> children(Path folder) {
    var found = new ArrayList<Path>();
    try (var stream = Files.newDirectoryStream(folder)) {
      stream.forEach(found::add);
    } catch (IOException | DirectoryIteratorException _) {
      return found; // the process has gone, or belongs to somebody else
    }
    return found;
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      return ""; // as above
    }
  }
}
