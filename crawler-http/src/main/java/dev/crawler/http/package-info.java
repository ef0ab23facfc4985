/// One request over the network, start to end: Apache HttpClient's minimal classic client as the
/// blocking fetcher, with what a crawler needs plugged into its extension points.
///
/// ```
///   task ──▶ ConnectionPool ──▶ Connector ───────────▶ PageConnection ────────────▶ BodyReader ──▶ result
///             kept and quiet?    AddressBook, checked    ResponseHeadParser           to the end: kept
///                  │             addresses, Tls          HeadLineParser, BodyLength   to the limit: closed
///                  └──── yes: no look-up ──────────────▶ no byte of an answer: again
/// ```
///
/// Read [ApacheFetcher] first, which is that picture; then [Exchange] for deadlines and
/// cancellation, and [PageConnection] for when a connection is used again; then [FailureMapping],
/// which turns whatever went wrong into the closed list of reasons.
@NullMarked
package dev.crawler.http;

import org.jspecify.annotations.NullMarked;
