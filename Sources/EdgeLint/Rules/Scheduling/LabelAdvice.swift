internal import EdgeModel

extension LabelSyntax {
  /// What a key may be, for the help of findings.
  static let keyAdvice =
    "use letters, digits, '-', '_' and '.', perhaps behind a domain and one '/'"
  /// What a value may be, for the help of findings.
  static let valueAdvice =
    "use at most 63 letters, digits, '-', '_' and '.', none of the last three at an end"
}
