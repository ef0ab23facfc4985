package dev.crawler.core.handle;

import dev.crawler.core.plan.SimHashing;
import dev.crawler.core.simhash.Shingles;
import dev.crawler.core.simhash.SimHash;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/// Walks through the text of a page that a reader sees, as far as the page says so without its
/// style sheets. It is a walk of its own, so that pages whose hash nobody wants pay nothing for it,
/// and those that are parsed twice are hashed once. *Confined to one thread.*
final class VisibleText implements NodeFilter {
  private static final Set<String> UNSEEN =
      Set.of("head", "title", "script", "style", "template", "iframe", "noembed", "noframes");

  private final Shingles shingles = new Shingles();

  private VisibleText() {}

  /// The hash of the text of that page, or null when there is no text or no hash is wanted.
  static @Nullable SimHash hash(Document page, SimHashing wanted) {
    if (!wanted.isWanted()) {
      return null;
    }
    var hash = hash(page);
    for (int pass = 2; pass <= wanted.passes(); pass++) {
      if (!Objects.equals(hash, hash(page))) {
        throw new IllegalStateException("two passes over one text differ");
      }
    }
    return hash;
  }

  private static @Nullable SimHash hash(Document page) {
    var text = new VisibleText();
    page.filter(text);
    return text.shingles.end();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      shingles.text(text.getWholeText());
    } else if (node instanceof Element element) {
      separate(element);
      if (UNSEEN.contains(element.normalName()) || element.hasAttr("hidden")) {
        return FilterResult.SKIP_ENTIRELY;
      }
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      separate(element);
    }
    return FilterResult.CONTINUE;
  }

  /// A word goes on through `b`, not through `p`.
  private void separate(Element element) {
    if (element.isBlock() || element.normalName().equals("br")) {
      shingles.gap();
    }
  }
}
