package dev.crawler.tck.site;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/// What stands at a place. *Immutable.*
sealed interface Resource {
  /// The status of its answer.
  int status();

  /// An HTML page.
  ///
  /// @param follow whether the page lets robots follow its links
  /// @param base markup of `base` elements, or empty
  /// @param filler paragraphs of text
  record Page(
      PageCharset charset,
      Follow follow,
      String title,
      String base,
      List<Hyperlink> links,
      int filler)
      implements Resource {
    @Override
    public int status() {
      return 200;
    }

    /// Keys of the links that are followed, in document order.
    List<String> followed() {
      return follow == Follow.YES ? keys(Hyperlink::isFollowed) : List.of();
    }

    /// Keys of the links that a record lists, in document order.
    List<String> listed() {
      return keys(Hyperlink::isListed);
    }

    private List<String> keys(Predicate<Hyperlink> wanted) {
      return links.stream()
          .filter(wanted)
          .map(link -> Objects.requireNonNull(link.key()))
          .distinct()
          .toList();
    }
  }

  /// How a page says whether its links may be followed.
  enum Follow {
    YES,
    NOT_BY_META,
    NOT_BY_HEADER
  }

  /// An answer that sends elsewhere.
  record Redirect(int status, String location, Place target) implements Resource {}

  /// Something that is not HTML, though it may contain what looks like links.
  record Document(int status, String contentType, int size) implements Resource {}

  /// A final error.
  record Refusal(int status) implements Resource {}
}
