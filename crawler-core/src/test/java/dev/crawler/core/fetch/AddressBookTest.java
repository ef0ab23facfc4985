package dev.crawler.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AddressBookTest {
  private static final InetAddress ADDRESS = InetAddress.ofLiteral("192.0.2.1");

  @Test
  void anAddressIsNotLookedUp() throws Exception {
    try (var book = new AddressBook(_ -> List.of())) {

      assertThat(book.find("192.0.2.1", 1)).containsExactly(ADDRESS);
      assertThat(book.find("2001:db8::1", 1)).containsExactly(InetAddress.ofLiteral("2001:db8::1"));
      assertThat(AddressBook.isLiteral("1a.example")).isFalse();
    }
  }

  @Test
  void thoseWhoWaitAndThoseWhoAreCalledShareOneLookUp() throws Exception {
    var asked = new AtomicInteger();
    NameResolver counting =
        _ -> {
          asked.incrementAndGet();
          return List.of(ADDRESS);
        };
    try (var book = new AddressBook(counting)) {
      var found = book.find("named.example").toCompletableFuture();

      assertThat(found.get(10, TimeUnit.SECONDS)).containsExactly(ADDRESS);
      assertThat(book.find("named.example", Long.MAX_VALUE)).containsExactly(ADDRESS);
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void anUnknownNameEndsTheWaitOfThoseWhoAreCalled() {
    NameResolver empty =
        host -> {
          throw new UnknownHostException(host);
        };
    try (var book = new AddressBook(empty)) {
      var found = book.find("nowhere.example").toCompletableFuture();

      assertThatThrownBy(() -> found.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(UnknownHostException.class);
    }
  }

  @Test
  void aNameWithoutAnAddressIsNotAskedForAgain() {
    var asked = new AtomicInteger();
    NameResolver empty =
        host -> {
          asked.incrementAndGet();
          throw new UnknownHostException(host);
        };
    try (var book = new AddressBook(empty, Duration.ZERO)) {

      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> book.find("nowhere.example", Long.MAX_VALUE))
            .isInstanceOf(UnknownHostException.class);
      }

      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void aNameThatNobodyCouldAnswerForIsAskedForAgain() throws Exception {
    var asked = new AtomicInteger();
    NameResolver failing =
        _ -> {
          if (asked.incrementAndGet() == 1) {
            throw new IOException("SERVFAIL");
          }
          return List.of(ADDRESS);
        };
    try (var book = new AddressBook(failing, Duration.ZERO)) {

      assertThatThrownBy(() -> book.find("named.example", Long.MAX_VALUE))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(UnknownHostException.class);
      assertThat(book.find("named.example", Long.MAX_VALUE)).containsExactly(ADDRESS);
    }
  }

  @Test
  void theNameOfAHostHasNoBracketsAndNoDotAtItsEnd() {
    assertThat(AddressBook.nameOf(CrawlUrl.of("http://[::1]:80/"))).isEqualTo("::1");
    assertThat(AddressBook.nameOf(CrawlUrl.of("http://a.example./"))).isEqualTo("a.example");
  }
}
