package dev.crawler.core.handle;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Gathers in one traversal what a crawl takes from a page. References stay as written: the base,
/// which may stand after them, is known at the end only. What is inside `template` is not in the
/// document. *Confined to one thread.*
final class PageVisitor {
  /// Code points kept of a title, a description or a language.
  static final int MAX_TEXT = 1000;

  private static final Set<String> LINK_TYPES = Set.of("canonical", "next", "prev", "alternate");

  private final RobotsDirectives robots;
  private final List<String> references = new ArrayList<>();
  private final BitSet unfollowable = new BitSet();
  private @Nullable String base;
  private @Nullable String title;
  private @Nullable String description;
  private @Nullable String canonical;
  private @Nullable String lang;
  private @Nullable Encoding encoding;

  PageVisitor(RobotsDirectives robots) {
    this.robots = robots;
  }

  /// Gathers from an element and all that is in it. The recursion ends with the depth that the
  /// parser gives a tree, 512.
  void gather(Element element) {
    visit(element);
    if (!element.normalName().equals("template")) {
      for (int i = 0; i < element.childNodeSize(); i++) {
        if (element.childNode(i) instanceof Element child) {
          gather(child);
        }
      }
    }
  }

  private void visit(Element element) {
    switch (element.normalName()) {
      case "a", "area" -> reference(attribute(element, "href"), isNofollow(element));
      case "iframe", "frame" -> reference(attribute(element, "src"), false);
      case "link" -> visitLink(element);
      case "meta" -> visitMeta(element);
      case "base" -> base = base == null ? attribute(element, "href") : base;
      case "html" -> lang = lang == null ? text(attribute(element, "lang")) : lang;
      case "title" -> {
        if (title == null && element.tag().namespace().equals(Parser.NamespaceHtml)) {
          title = text(content(element));
        }
      }
      default -> {}
    }
  }

  private void visitLink(Element element) {
    var href = attribute(element, "href");
    var types = Ascii.words(element.attr("rel").toLowerCase(Locale.ROOT));
    if (href == null || types.stream().noneMatch(LINK_TYPES::contains)) {
      return;
    }
    reference(href, types.contains("nofollow"));
    if (canonical == null && types.contains("canonical")) {
      canonical = href;
    }
  }

  private void visitMeta(Element element) {
    var content = element.attr("content");
    var pragma = element.attr("http-equiv");
    var name = element.attr("name");
    if (pragma.equalsIgnoreCase("refresh")) {
      MetaRefresh.target(content).ifPresent(target -> reference(target, false));
    }
    if (name.equalsIgnoreCase("description") && description == null) {
      description = text(content);
    }
    robots.addMeta(name, content);
    if (encoding == null) {
      encoding = encoding(element, pragma, content);
    }
  }

  private static @Nullable Encoding encoding(Element element, String pragma, String content) {
    var label = attribute(element, "charset");
    if (label != null) {
      return Encodings.forLabelInPage(label).orElse(null);
    }
    return pragma.equalsIgnoreCase("content-type")
        ? MetaContent.encoding(content).orElse(null)
        : null;
  }

  private void reference(@Nullable String reference, boolean nofollow) {
    if (reference != null) {
      unfollowable.set(references.size(), nofollow);
      references.add(reference);
    }
  }

  private static boolean isNofollow(Element element) {
    var rel = attribute(element, "rel");
    return rel != null && Ascii.words(rel.toLowerCase(Locale.ROOT)).contains("nofollow");
  }

  private static @Nullable String attribute(Element element, String name) {
    return element.hasAttr(name) ? element.attributes().get(name) : null;
  }

  private static @Nullable String text(@Nullable String text) {
    var collapsed = text == null ? "" : Ascii.collapsed(text, MAX_TEXT);
    return collapsed.isEmpty() ? null : collapsed;
  }

  /// The text of an element that has nothing but text in it.
  private static String content(Element element) {
    var content = new StringBuilder();
    for (var child = element.firstChild(); child != null; child = child.nextSibling()) {
      if (child instanceof TextNode text) {
        content.append(text.getWholeText());
      }
    }
    return content.toString();
  }

  /// References in document order, as written.
  List<String> references() {
    return references;
  }

  /// Whether the page lets the reference of that index be followed.
  boolean mayFollow(int index) {
    return !unfollowable.get(index);
  }

  /// The first `base` that has an href.
  @Nullable String base() {
    return base;
  }

  @Nullable String title() {
    return title;
  }

  @Nullable String description() {
    return description;
  }

  /// The first canonical reference, as written.
  @Nullable String canonical() {
    return canonical;
  }

  @Nullable String lang() {
    return lang;
  }

  /// What the first meta element with a known encoding names.
  @Nullable Encoding encoding() {
    return encoding;
  }
}
