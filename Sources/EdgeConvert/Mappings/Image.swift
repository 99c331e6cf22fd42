internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let image = FieldMapping(
    "image", kubernetes: "spec.containers[].image", manifest: "modules.*.settings.image",
    summary: "taken as it is, without blanks around it",
    toManifest: { image, module, _ in
      // A value of another type has been reported when the container was decoded.
      guard image.isString else { return }
      let text = image.text.trimmed
      guard !text.isEmpty else { return }
      module.image = Located(text, at: image)
    })
}

extension String {
  /// The text without white space around it.
  fileprivate var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
