package dev.crawler.cli.experiments.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.experiments.chart.LineChart.Dot;
import java.io.StringReader;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class ChartSvgTest {
  private static final LineChart LINES =
      LineChart.of("a", "Rates < & >", Axis.log("in flight"), Axis.log("pages/s"))
          .guide("expected", List.of(Dot.of(1, 10), Dot.of(100, 1_000)))
          .line("virtual", List.of(Dot.of(1, 10), new Dot(10, 90, 80, 100), Dot.of(100, 1_000)))
          .line("vertx", List.of(Dot.of(1, 0), Dot.of(10, 50)));

  @Test
  void equalFactorsAreEqualStepsOnALogarithmicScale() throws Exception {
    var dots = numbers(svg(LINES), "dot e2", "cx");

    assertThat(dots).hasSize(3);
    assertThat(dots.get(1) - dots.get(0)).isEqualTo(dots.get(2) - dots.get(1));
  }

  @Test
  void whatALogarithmicScaleCannotShowIsLeftOut() throws Exception {
    assertThat(numbers(svg(LINES), "dot e4", "cx")).hasSize(1);
  }

  @Test
  void allIsWithinThePicture() throws Exception {
    var svg = svg(LINES);

    var across =
        DoubleStream.concat(
                numbers(svg, "dot e2", "cx").stream().mapToDouble(d -> d),
                numbers(svg, "rule", "x2").stream().mapToDouble(d -> d))
            .boxed();
    assertThat(across).isNotEmpty().allMatch(x -> x >= 0 && x <= ChartSvg.WIDTH);
  }

  @Test
  void theSpreadOfTheRoundsIsShown() throws Exception {
    var svg = svg(LINES);

    assertThat(numbers(svg, "spread e2", "y1")).hasSize(1);
    assertThat(numbers(svg, "spread e2", "y1").getFirst())
        .isGreaterThan(numbers(svg, "spread e2", "y2").getFirst());
  }

  @Test
  void itIsReadableInLightAndInDark() {
    assertThat(ChartSvg.of(LINES))
        .contains("@media (prefers-color-scheme: dark)", "Rates &lt; &amp; &gt;");
  }

  @Test
  void barsAreAsLongAsTheirValues() throws Exception {
    var bars =
        BarChart.of("b", "Bars", Axis.linear("ms"))
            .bar("first", "virtual", 50)
            .bar("first", "vertx", 100)
            .bar("second", "virtual × 2", 25);

    var svg = svg(bars);

    double[] widths = {
      numbers(svg, "bar e2", "width").getFirst(),
      numbers(svg, "bar e4", "width").getFirst(),
      numbers(svg, "bar e2", "width").getLast()
    };
    assertThat(widths[1] / widths[0]).isBetween(1.99, 2.01);
    assertThat(widths[0] / widths[2]).isBetween(1.99, 2.01);
  }

  @Test
  void aBarWithoutAValueIsADash() throws Exception {
    var svg = svg(BarChart.of("b", "Bars", Axis.log("ms")).bar("", "virtual", Double.NaN));

    assertThat(numbers(svg, "bar e2", "width")).isEmpty();
  }

  @Test
  void aChartWithoutLinesIsAnEmptyOne() throws Exception {
    assertThat(svg(LineChart.of("a", "None", Axis.log("x"), Axis.linear("y")))).isNotNull();
  }

  private static Document svg(Picture picture) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(ChartSvg.of(picture))));
  }

  private static List<Double> numbers(Document svg, String css, String attribute) {
    var all = svg.getElementsByTagName("*");
    return IntStream.range(0, all.getLength())
        .mapToObj(i -> (Element) all.item(i))
        .filter(element -> element.getAttribute("class").equals(css))
        .map(element -> Double.valueOf(element.getAttribute(attribute)))
        .toList();
  }
}
