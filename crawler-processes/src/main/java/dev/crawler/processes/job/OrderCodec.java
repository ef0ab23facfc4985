package dev.crawler.processes.job;

import dev.crawler.processes.wire.Envelope;
import dev.crawler.processes.wire.WireOutput;
import java.util.Set;
import java.util.UUID;

/// The bytes of an order. *No state.*
final class OrderCodec {
  private static final Envelope ORDER = new Envelope("an order", 1);

  private enum Kind {
    INTRODUCE,
    ROLL_CALL,
    RESCAN,
    APPLICANTS,
    READ,
    RENEW,
    WEIGH
  }

  private OrderCodec() {}

  static byte[] write(Order order) {
    return ORDER.seal(out -> {
      switch (order) {
        case Order.Introduce() -> out.choice(Kind.INTRODUCE);
        case Order.RollCall call -> {
          out.choice(Kind.ROLL_CALL);
          write(out, call);
        }
        case Order.Weigh() -> out.choice(Kind.WEIGH);
        case Order.Rescan() -> out.choice(Kind.RESCAN);
        case Order.Renew() -> out.choice(Kind.RENEW);
        case Order.Applicants(var level) -> {
          out.choice(Kind.APPLICANTS);
          Messages.write(out, level);
        }
        case Order.Read(var position, var most) -> {
          out.choice(Kind.READ);
          out.number(position);
          out.smallNumber(most);
        }
      }
    });
  }

  static Order read(byte[] bytes) {
    return ORDER.open(
        bytes,
        in ->
            switch (in.choice(Kind.class)) {
              case INTRODUCE -> new Order.Introduce();
              case ROLL_CALL ->
                  new Order.RollCall(
                      UUID.fromString(in.text()),
                      in.text(),
                      in.number(),
                      in.number(),
                      in.smallNumber(),
                      in.smallNumber(),
                      in.smallNumber(),
                      in.choice(Order.Wish.class),
                      Set.copyOf(in.list(each -> UUID.fromString(each.text()))));
              case RESCAN -> new Order.Rescan();
              case RENEW -> new Order.Renew();
              case WEIGH -> new Order.Weigh();
              case APPLICANTS -> new Order.Applicants(Messages.level(in));
              case READ -> new Order.Read(in.number(), in.smallNumber());
            });
  }

  private static void write(WireOutput out, Order.RollCall call) {
    out.text(call.coordinator().toString());
    out.text(call.job());
    out.number(call.round());
    out.number(call.heard());
    out.smallNumber(call.number());
    out.smallNumber(call.concurrency());
    out.smallNumber(call.releases());
    out.choice(call.wish());
    out.list(call.gone(), (each, worker) -> each.text(worker.toString()));
  }
}
