/// Kills a worker of `processes` at many points of a crawl, and judges what comes of it by the
/// output and by what the site was asked. How a crawl is driven and judged is in
/// `dev.crawler.cli.cluster`.
@NullMarked
package dev.crawler.cli.experiments.death;

import org.jspecify.annotations.NullMarked;
