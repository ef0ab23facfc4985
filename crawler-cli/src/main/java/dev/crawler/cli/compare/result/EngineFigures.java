package dev.crawler.cli.compare.result;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What one engine came to over all rounds. *Immutable.*
///
/// @param engine its name
/// @param spreads of each quantity that every round has
/// @param toSerial its median pages per second by those of `serial`; empty without that
/// @param toBest the same by those of the fastest engine
/// @param limit what held its crawls down
public record EngineFigures(
    String engine,
    Map<Quantity, Spread> spreads,
    OptionalDouble toSerial,
    double toBest,
    Limitation limit) {
  /// Copies the map.
  public EngineFigures {
    var copy = new EnumMap<Quantity, Spread>(Quantity.class);
    copy.putAll(spreads);
    spreads = Collections.unmodifiableMap(copy);
  }

  /// The spread of a quantity, where there is one.
  public Optional<Spread> of(Quantity quantity) {
    return Optional.ofNullable(spreads.get(quantity));
  }

  /// The median of a quantity, or 0.
  public double median(Quantity quantity) {
    return of(quantity).map(Spread::median).orElse(0.0);
  }
}
