/// What a session has no room for, on disk: links in line at their hosts, links that are held back
/// for a level, exclusions that wait for their records. It is a cache and not the truth: nothing of
/// it outlives the process, nothing is forced to the disk. Items are packed into chunks, and chunks
/// lie one after the other in files without a name.
///
/// ```
///   Line of a host:   head, in memory | chunk chunk chunk ... on disk | chunk that is being filled
///                      <- remove                                                       add ->
/// ```
@NullMarked
package dev.crawler.core.reserve;

import org.jspecify.annotations.NullMarked;
