package org.assay.explain;

/// What an exact run will ask of the scorer, known before it runs.
///
/// @param evaluationsAtMost rows scored at most; sharing of identical mixed rows makes it fewer
/// @param withoutSharing rows that a run over every subset of all features would score: rows x
///     background x 2^features
public record CostEstimate(long evaluationsAtMost, long withoutSharing) {}
