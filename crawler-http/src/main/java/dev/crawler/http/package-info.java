/// One request over the network, start to end: the fetchers over Apache HttpClient 5, one that has
/// its caller wait and one that calls back, with what a crawler needs plugged into the library's
/// extension points.
///
/// ```
///   blocking   ──▶ ConnectionPool ──▶ Connector ───────────▶ PageConnection ─────────▶ BodyBuffer ──▶ result
///                   kept and quiet?    AddressBook, checked    ResponseHeadParser        to the end: kept
///                        │             addresses, Tls          HeadLineParser            to the limit: closed
///                        └──── yes: no look-up ──────────────▶ no byte of an answer: again
///
///   callbacks  ──▶ Turnstile ──▶ KeptConnections ──▶ EventConnector ──▶ EventConnection ──▶ BodyBuffer ──▶ callback
///                   a place?      kept?               Connecting         EventHeadParser
///                                   │                 addresses, Tls     HeadLineParser
///                                   └──── yes: no look-up ─────────────▶ no byte of an answer: again
/// ```
///
/// Read [ApacheFetcher] first, then [ApacheCallbackFetcher], which are those pictures; then
/// [Progress] and [InFlight] for deadlines and cancellation; then [FailureMapping], which turns
/// whatever went wrong into the closed list of reasons, the same for both.
@NullMarked
package dev.crawler.http;

import org.jspecify.annotations.NullMarked;
