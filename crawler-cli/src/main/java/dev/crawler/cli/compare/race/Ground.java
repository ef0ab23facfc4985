package dev.crawler.cli.compare.race;

import dev.crawler.cli.compare.site.OwnSite;
import java.util.OptionalDouble;

/// An embedded site that several races are run on, one after the other. *As its site.*
///
/// @param site that serves
/// @param requestsPerSecond that it can serve, where somebody has found out
/// @param isWarm whether engines have crawled on this machine just now, so that their jars are in
///   the page cache
public record Ground(OwnSite site, OptionalDouble requestsPerSecond, boolean isWarm) {}
