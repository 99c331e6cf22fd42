internal import EdgeDiagnostics
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
  } toKubernetes: { residual, draft, context in
    draft.fields["image"] = .string(residual.module.image?.value ?? "")
    guard let image = residual.body["Image"], !image.isNull else { return }
    residual.remove("Image")
    context.decoding.report(
      .createOptionsImageIgnored, "an image in createOptions has no effect, dropped",
      at: image.origin, severity: .info, help: "remove it; the module has an image of its own")
  }

  /// The name of a container is the name of its module before any mapping runs.
  static let name = FieldMapping(
    .container, "name", manifest: "modules.* (the key)", fidelity: .exact,
    summary: "The name of the container is the name of the module."
  ) { _, _, _ in }
}
