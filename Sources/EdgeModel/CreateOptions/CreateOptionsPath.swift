/// Where a key of createOptions stands: the keys on the way and the key itself.
///
/// In text, names with dots between them; behind a list stands `[]`, for a key of any name `*`:
/// `HostConfig.PortBindings.*[].HostPort`.
package struct CreateOptionsPath: Sendable {
  /// The key, and those that it stands in, the outermost first.
  package let fields: [CreateOptionsField]

  package var field: CreateOptionsField { fields[fields.count - 1] }

  /// The path in the documented spelling, for example `HostConfig.Mounts[].Type`.
  package var text: String {
    var text = ""
    for (index, field) in fields.enumerated() {
      if index > 0 { text += fields[index - 1].type.step + "." }
      text += field.name
    }
    return text
  }

  /// Every key, each before those inside of it.
  package static var all: [CreateOptionsPath] { paths(in: .container, below: []) }

  private static func paths(
    in object: CreateOptionsObject, below fields: [CreateOptionsField]
  ) -> [CreateOptionsPath] {
    object.fields.flatMap { field in
      let path = CreateOptionsPath(fields: fields + [field])
      return [path] + (field.type.object.map { paths(in: $0, below: path.fields) } ?? [])
    }
  }

  private init(fields: [CreateOptionsField]) {
    self.fields = fields
  }

  /// The key with a path in any letter case; `[]`, `*` and the keys that a user chose may be there or not.
  package init?(_ text: String) {
    var names = text.split(separator: ".").map(Self.name)[...]
    var fields: [CreateOptionsField] = []
    var object: CreateOptionsObject? = .container
    while let name = names.first {
      guard let known = object?[name] else {
        // A name that the user chose, of a port or of a network.
        guard fields.last?.type.hasOwnKeys == true, names.count > 1 else { return nil }
        names = names.dropFirst()
        guard let inner = names.first.flatMap({ object?[$0] }) else { return nil }
        fields.append(inner)
        object = inner.type.object
        names = names.dropFirst()
        continue
      }
      fields.append(known)
      object = known.type.object
      names = names.dropFirst()
    }
    guard !fields.isEmpty else { return nil }
    self.fields = fields
  }

  /// A name without the index of an entry.
  private static func name(_ part: Substring) -> String {
    String(part.prefix { $0 != "[" })
  }
}

extension CreateOptionsType {
  /// What stands between the key and those inside of its entries.
  fileprivate var step: String {
    switch self {
    case .list(let entry): "[]" + entry.step
    case .map(let entry): ".*" + entry.step
    case .object, .string, .boolean, .integer, .empty: ""
    }
  }

  /// Whether it is an object with keys of any name.
  fileprivate var hasOwnKeys: Bool {
    if case .map = self { true } else { false }
  }
}
