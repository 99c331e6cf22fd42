/// The content of a configuration: twins by name, in the order in which the names first came.
struct ProviderContent {
  private(set) var entries: [(name: String, text: UTF16Text)] = []

  /// The JSON of a twin's desired properties; a name that comes again keeps its place.
  subscript(name: String) -> UTF16Text? {
    get { entries.first { $0.name == name }?.text }
    set {
      guard let newValue else { return entries.removeAll { $0.name == name } }
      if let index = entries.firstIndex(where: { $0.name == name }) {
        entries[index].text = newValue
      } else {
        entries.append((name, newValue))
      }
    }
  }
}
