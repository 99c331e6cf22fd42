internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let image = FieldMapping(
    .container, "image", manifest: "modules.*.settings.image", fidelity: .exact,
    summary: "Taken as it is, without blanks around it."
  ) { source, draft, _ in
    // A value of another type has been reported when the container was decoded.
    guard let image = source.container.image else { return }
    let text = String(image.value.trimmingBlanks)
    guard !text.isEmpty else { return }
    draft.module.image = Located(text, at: image.node)
  }

  /// The name of a container is the name of its module before any mapping runs.
  static let name = FieldMapping(
    .container, "name", manifest: "modules.* (the key)", fidelity: .exact,
    summary: "The name of the container is the name of the module."
  ) { _, _, _ in }
}
