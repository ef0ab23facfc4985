/// Near-duplicates: [SimHash] is a fingerprint of a text that changes little when the text does,
/// [Shingles] makes one of the words of a text, and [NearDuplicates] finds those that are nearly
/// the same among millions without comparing all pairs. It is real work of a crawler, and the only
/// one here that is pure CPU. Nothing here knows HTML, a clock or a file.
///
/// After M. Charikar, Similarity Estimation Techniques from Rounding Algorithms (2002), and G. S.
/// Manku, A. Jain, A. Das Sarma, Detecting Near-Duplicates for Web Crawling (2007).
@NullMarked
package dev.crawler.core.simhash;

import org.jspecify.annotations.NullMarked;
