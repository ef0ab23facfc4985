package dev.crawler.cli.compare.page;

import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.Difference;
import dev.crawler.cli.compare.result.Proof;
import dev.crawler.cli.compare.result.Setup;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether the work was equal, in words, before anything else is said.
final class ProofSection {
  private ProofSection() {}

  static void write(Html html, Comparison comparison) {
    var proof = comparison.proof();
    html.open("section", "id", "proof", "class", proof.holds() ? "proof holds" : "proof broken");
    if (proof.holds()) {
      html.element("h2", "The work was equal");
      html.element("p", equal(proof, comparison.setup()));
      html.element("p", manners(proof));
    } else {
      html.element("h2", "The work was not equal");
      html.element(
          "p",
          "So there are no figures, no charts and no winner here. Of each kind of difference, the"
              + " first:");
      differences(html, proof);
    }
    html.open("p", "class", "digest")
        .text(proof.holds() ? "SHA-256 of the sorted records: " : "SHA-256 of the first crawl: ")
        .element("code", proof.digest());
    html.close("p").close("section");
  }

  private static String equal(Proof proof, Setup setup) {
    return String.format(
        "%s of %s wrote the same %s, byte for byte once sorted and without what differs by nature"
            + " (times, addresses), and %s.",
        counted(proof.crawls(), "crawl"),
        counted(setup.engines().size(), "engine"),
        counted(proof.records(), "record"),
        switch (proof.witness()) {
          case SERVER ->
              "asked the site for the same "
                  + counted(proof.requests(), "request")
                  + ", URL by URL";
          case ENGINES ->
              "sent " + counted(proof.requests(), "request") + " each, by their own count";
        });
  }

  private static String manners(Proof proof) {
    return switch (proof.witness()) {
      case SERVER ->
          "The site itself wrote down what it was asked. It saw robots.txt obeyed, every host's"
              + " delay and its bound on fetches at a time kept.";
      case ENGINES ->
          "The site is somebody's: nobody but the engines themselves counted the requests, and"
              + " nobody judged their manners.";
    };
  }

  private static void differences(Html html, Proof proof) {
    html.open("ol", "class", "differences");
    for (var difference : proof.differences()) {
      html.open("li");
      html.element("strong", place(difference)).element("p", difference.text());
      html.open("dl");
      term(html, "URL", difference.url());
      term(html, "Field", difference.field());
      html.close("dl").close("li");
    }
    html.close("ol");
  }

  private static String place(Difference difference) {
    var against = difference.against();
    return difference.check().name().toLowerCase(Locale.ROOT)
        + ": "
        + difference.engine()
        + ", round "
        + difference.round()
        + (against == null ? "" : ", against " + against);
  }

  private static void term(Html html, String name, @Nullable String value) {
    if (value != null) {
      html.element("dt", name).open("dd").element("code", value).close("dd");
    }
  }

  static String counted(long number, String what) {
    return Unit.NUMBER.text((double) number) + " " + what + (number == 1 ? "" : "s");
  }
}
