package dev.crawler.tck.hostile;

import dev.crawler.tck.hostile.Host.Identity;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// What servers show of themselves over TLS, made by the JDK's keytool when it is wanted first.
/// *Immutable.*
///
/// @param contexts of servers, by who they claim to be
/// @param trusted store with the one authority that clients are to trust
record Certificates(Map<Identity, SSLContext> contexts, Path trusted) {
  /// The name that all certificates are for.
  static final String NAME = "secure.example";

  private static final String NAMED = "san=dns:" + NAME;

  private static final class Holder {
    private static final Certificates MADE = make();
  }

  static Certificates made() {
    return Holder.MADE;
  }

  private static Certificates make() {
    try {
      var keytool = Keytool.start();
      keytool.generate("authority", "-ext", "bc:c");
      keytool.generate("stranger", "-ext", "bc:c");
      keytool.generate("between", "-ext", "bc:c", "-signer", "authority");
      keytool.generate("true", "-ext", NAMED, "-signer", "authority");
      keytool.generate(
          "expired", "-ext", NAMED, "-signer", "authority", "-startdate", "-9d", "-validity", "1");
      keytool.generate("self_signed", "-ext", NAMED);
      keytool.generate("unknown_root", "-ext", NAMED, "-signer", "stranger");
      keytool.generate("incomplete", "-ext", NAMED, "-signer", "between");
      var store = keytool.keys();
      return new Certificates(contexts(store), keytool.trusting(store.getCertificate("authority")));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no certificates", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("no time for certificates", e);
    }
  }

  private static Map<Identity, SSLContext> contexts(KeyStore store)
      throws GeneralSecurityException, IOException {
    var contexts = new EnumMap<Identity, SSLContext>(Identity.class);
    for (var identity : Identity.values()) {
      var alias = identity.name().toLowerCase(Locale.ROOT);
      var chain = store.getCertificateChain(alias);
      var shown = identity == Identity.INCOMPLETE ? new Certificate[] {chain[0]} : chain;
      contexts.put(identity, context((PrivateKey) store.getKey(alias, secret()), shown));
    }
    return contexts;
  }

  private static SSLContext context(PrivateKey key, Certificate[] chain)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("server", key, secret(), chain);
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, secret());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static char[] secret() {
    return Keytool.PASSWORD.toCharArray();
  }
}
