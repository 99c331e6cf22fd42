internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Writes values of changes for people, without their secrets.
enum ValueText {
  /// What stands for a change of a secret.
  static let hiddenChange = "changed (hidden)"

  /// The value as JSON in one line.
  static func json(_ value: Value) -> String {
    var writer = JSONWriter()
    write(value, to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Writes a value without its secrets.
  static func write(_ value: Value, to writer: inout JSONWriter) {
    guard value.isMapping else {
      if let node = value.node { ExpandedText.write(node, at: value.secrecy, to: &writer) }
      return
    }
    writer.beginObject()
    for entry in value.entries {
      writer.key(utf8: entry.key)
      write(entry.value, to: &writer)
    }
    writer.endObject()
  }

  /// One side of a change as people write it.
  static func text(_ side: Change.Side, as form: Change.Form) -> String {
    if let word = side.word { return word }
    switch form {
    case .json: return json(side.value)
    case .word, .image: return word(side.value)
    case .route: return route(side.value)
    case .module:
      return side.value["settings"]?["image"].map(word) ?? json(side.value)
    }
  }

  /// Text without quotes, where nobody can take it for anything else.
  private static func word(_ value: Value) -> String {
    guard !value.isSecret, let text = value.string?.text, !text.isEmpty,
      !text.hasPrefix(" "), !text.hasSuffix(" "), text != "null"
    else { return json(value) }
    return text.visible
  }

  /// The text of a route, and what else is said of it.
  private static func route(_ value: Value) -> String {
    guard value.isMapping, let route = value["route"] else { return word(value) }
    let others = value.entries.filter { !$0.key.isText("route") }
      .map { "\($0.key.text) \(json($0.value))" }
    return word(route) + (others.isEmpty ? "" : " (\(others.joined(separator: ", ")))")
  }

  // MARK: - Both sides

  /// What was and what is, each shortened where both have the same.
  static func texts(of change: Change, ellipsis: String) -> (old: String?, new: String?) {
    let old = change.old.map { text($0, as: change.form) }
    let new = change.new.map { text($0, as: change.form) }
    guard case .image = change.form, let old, let new else { return (old, new) }
    return images(old, new, ellipsis)
  }

  /// Two images without the registry and the folders that both have; of one image in two versions, the
  /// second is the version alone.
  private static func images(
    _ old: String, _ new: String, _ ellipsis: String
  ) -> (String?, String?) {
    let (oldParts, newParts) = (parts(of: old), parts(of: new))
    guard oldParts.folder == newParts.folder else { return (old, new) }
    let folder = oldParts.folder.isEmpty ? "" : ellipsis + "/"
    let isVersion = oldParts.name == newParts.name && !newParts.version.isEmpty
    return (
      folder + oldParts.name + oldParts.version,
      isVersion ? newParts.version : folder + newParts.name + newParts.version
    )
  }

  private static func parts(of image: String) -> (folder: String, name: String, version: String) {
    let slash = image.lastIndex(of: "/")
    let folder = slash.map { String(image[..<$0]) } ?? ""
    let last = slash.map { image[image.index(after: $0)...] } ?? image[...]
    let name = last.prefix { $0 != ":" && $0 != "@" }
    return (folder, String(name), String(last.dropFirst(name.count)))
  }
}
