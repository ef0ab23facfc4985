package dev.crawler.cli.option;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.core.engine.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where a worker listens. Asked for an address it is that one or none; otherwise it is the first
/// free port of this machine alone, so that several workers can be started alike. *Immutable.*
///
/// @param wanted the address that was asked for
/// @param exposed whether other machines may reach it
public record ListenAddress(Optional<Endpoint> wanted, boolean exposed) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int FIRST_PORT = 5701;
  private static final int PORTS = 100;

  /// The address.
  ///
  /// @throws CommandException when it cannot be had, or others could reach it and nobody said so
  public Endpoint endpoint() {
    return wanted.map(this::checked).orElseGet(ListenAddress::firstFree);
  }

  private Endpoint checked(Endpoint endpoint) {
    if (!exposed && !endpoint.isLoopback()) {
      throw new CommandException(
          ExitCode.USAGE,
          "other machines could reach %s, without password or encryption: say --expose if this is a"
                  .formatted(endpoint)
              + " closed network");
    }
    failure(endpoint)
        .ifPresent(failure -> {
          throw new CommandException(
              ExitCode.FAILED,
              "cannot listen on " + endpoint + ": " + CommandException.why(failure));
        });
    return endpoint;
  }

  private static Endpoint firstFree() {
    return IntStream.range(FIRST_PORT, FIRST_PORT + PORTS)
        .mapToObj(port -> new Endpoint(LOOPBACK, port))
        .filter(endpoint -> failure(endpoint).isEmpty())
        .findFirst()
        .orElseThrow(() ->
            new CommandException(
                ExitCode.FAILED,
                "none of the ports %d to %d is free"
                    .formatted(FIRST_PORT, FIRST_PORT + PORTS - 1)));
  }

  /// Why nobody can listen there now. Between this look and the worker's own someone may be
  /// quicker; then the worker says so.
  private static Optional<IOException> failure(Endpoint endpoint) {
    try (var socket =
        new ServerSocket(endpoint.port(), 1, InetAddress.getByName(endpoint.host()))) {
      return socket.isBound() ? Optional.empty() : Optional.of(new IOException("not bound"));
    } catch (IOException e) {
      return Optional.of(e);
    }
  }
}
