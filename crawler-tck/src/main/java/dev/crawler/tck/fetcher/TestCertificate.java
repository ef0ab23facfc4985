package dev.crawler.tck.fetcher;

import dev.crawler.tck.hostile.Keytool;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate for `named.example` and 127.0.0.1, made by the JDK's keytool and signed by an
/// authority of its own. *Immutable.*
///
/// @param server context of a server that has it
/// @param trusted store with the authority alone, under the password of [Keytool]
public record TestCertificate(SSLContext server, Path trusted) {
  private static final String SERVER = "server";
  private static final String AUTHORITY = "authority";

  /// Keytool takes its time, so that there are only two, made when the first of them is wanted.
  public static final TestCertificate VALID = startingAt("-1H");

  /// Ended some days ago.
  static final TestCertificate EXPIRED = startingAt("-9d");

  /// Valid for one day.
  private static TestCertificate startingAt(String startDate) {
    try {
      return made(Keytool.start(), startDate);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no certificate", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("no time for a certificate", e);
    }
  }

  private static TestCertificate made(Keytool keytool, String startDate)
      throws IOException, GeneralSecurityException, InterruptedException {
    keytool.generate(AUTHORITY, "-ext", "bc:c");
    keytool.generate(
        SERVER,
        "-ext",
        "san=dns:named.example,ip:127.0.0.1",
        "-signer",
        AUTHORITY,
        "-startdate",
        startDate,
        "-validity",
        "1");
    var store = keytool.keys();
    var trusted = keytool.trusting(store.getCertificate(AUTHORITY));
    store.deleteEntry(AUTHORITY);
    return new TestCertificate(server(store), trusted);
  }

  private static SSLContext server(KeyStore store) throws GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, Keytool.PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
