import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// Writes the site of the benchmarks into a folder: 20,000 pages of about 20 KB with 60 to 80 links
/// each, the same bytes in every run. `java docs/bench/MakeSite.java FOLDER [PAGES]`
void main(String[] args) throws IOException {
  var folder = Path.of(args[0]);
  int pages = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
  for (int page = 0; page < pages; page++) {
    var file = folder.resolve(path(page));
    Files.createDirectories(file.getParent());
    Files.writeString(file, html(page, pages));
  }
}

String path(int page) {
  return "section%02d/page%05d.html".formatted(page % 50, page);
}

String html(int page, int pages) {
  var random = new SplittableRandom(page);
  var html = new StringBuilder(21_000);
  html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Page ")
      .append(page);
  html.append(
      "</title><meta name=\"description\" content=\"A page of the benchmark site\"></head>\n"
          + "<body><ul>\n");
  int links = 60 + random.nextInt(21);
  for (int i = 0; i < links; i++) {
    // A binary tree reaches every page; the rest is chance.
    int target = i < 2 ? 2 * page + 1 + i : random.nextInt(pages);
    html.append("<li class=\"entry\"><a href=\"../")
        .append(path(target % pages))
        .append("\">Entry ");
    html.append(target).append("</a> <span>of interest</span></li>\n");
  }
  html.append("</ul>\n");
  while (html.length() < 19_500) {
    html.append("<p class=\"text\">");
    for (int word = 0; word < 40; word++) {
      html.append(Long.toString(random.nextLong(1_000_000_000L), 36)).append(' ');
    }
    html.append("</p>\n");
  }
  return html.append("</body></html>\n").toString();
}
