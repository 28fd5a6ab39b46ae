package org.assay.policy;

/// The part of a control that a person reads when it does not hold.
///
/// @param citation the source of the rule
/// @param remedy what to do
public record Guidance(String citation, Text remedy) {}
