internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let image = FieldMapping(
    "image", kubernetes: "spec.containers[].image", manifest: "modules.*.settings.image",
    summary: "taken as it is, without blanks around it",
    toManifest: { image, module, _ in
      // A value of another type has been reported when the container was decoded.
      guard image.isString else { return }
      let text = String(image.text.trimmingBlanks)
      guard !text.isEmpty else { return }
      module.image = Located(text, at: image)
    })
}
