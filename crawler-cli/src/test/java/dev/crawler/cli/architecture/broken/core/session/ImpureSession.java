package dev.crawler.cli.architecture.broken.core.session;

import com.google.re2j.Pattern;
import dev.crawler.cli.architecture.broken.http.KitUser;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.apache.hc.core5.http.HttpHost;
import org.jsoup.Jsoup;
import org.slf4j.Logger;

/// Breaks every rule of purity.
final class ImpureSession {
  Socket socket = new Socket();
  Path file = Path.of("state");
  Semaphore slots = new Semaphore(1);
  HttpHost host = new HttpHost("example.org");
  Pattern pattern = Pattern.compile("a*");
  Logger logger = org.slf4j.LoggerFactory.getLogger(ImpureSession.class);
  KitUser upwards = new KitUser();

  Instant next() throws InterruptedException {
    System.out.println(Jsoup.parse("<p>"));
    Thread.sleep(1);
    if (!slots.tryAcquire()) {
      Runtime.getRuntime().halt(1);
      System.exit(1);
    }
    return Instant.now();
  }
}
