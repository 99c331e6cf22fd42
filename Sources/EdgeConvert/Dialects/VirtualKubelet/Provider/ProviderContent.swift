/// The content of a configuration: twins by name, in the order in which the names first came.
struct ProviderContent {
  private(set) var entries: [(name: String, text: UTF16Text)] = []

  /// Sets the JSON of a twin's desired properties; a name that comes again keeps its place.
  mutating func set(_ text: UTF16Text, of name: String) {
    if let index = entries.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      entries[index].text = text
    } else {
      entries.append((name, text))
    }
  }
}
