extension FieldMapping {
  /// Ports, networks, names and addresses.
  static let networkMappings: [FieldMapping] = []
}
