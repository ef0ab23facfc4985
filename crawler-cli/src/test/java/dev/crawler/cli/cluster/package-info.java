/// What several processes promise, whatever befalls them: killed, frozen, cut off, begun anew.
@NullMarked
package dev.crawler.cli.cluster;

import org.jspecify.annotations.NullMarked;
