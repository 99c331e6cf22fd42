extension FieldMapping {
  /// All mappings, in the order in which they run.
  package static let all: [FieldMapping] = [
    .image,
    .environment,
  ]
}
