internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Converts what was written back, and compares.
///
/// Works on the bytes that would be written, not on what they were made of. Values never show: they
/// may be secrets.
struct Verification {
  let options: ConversionOptions
  let context: DecodingContext

  /// Reports each place where a document says something else than a configuration.
  func check(_ written: [UInt8], as dialect: Dialect, against configuration: HubConfiguration) {
    let wanted =
      configuration.original.map { CanonicalManifest(value: $0) }
      ?? CanonicalManifest(configuration, context.sources)
    switch dialect {
    case .iotedge:
      guard let manifest = readManifest(written) else { return }
      report(from: wanted, to: manifest)
      // What a manifest says must have its way back, too.
      var configuration = configuration
      configuration.original = manifest.value
      var writer = VirtualKubeletWriter(configuration, options: options, context: context)
      guard let yaml = writer.write() else { return }
      checkYAML(yaml, against: manifest)
    case .virtualKubelet: checkYAML(written, against: wanted)
    }
  }

  private func checkYAML(_ yaml: [UInt8], against wanted: CanonicalManifest) {
    let result = VirtualKubeletRoundTrip.read(yaml)
    guard let manifest = result.manifest else {
      return reportFailure(
        "the result does not read back: \(result.problem?.message ?? "no deployment is in it")")
    }
    report(from: wanted, to: manifest)
  }

  private func readManifest(_ json: [UInt8]) -> CanonicalManifest? {
    let root = JSONReader.root(of: json, named: "output", in: context.sources)
    guard let document = root.flatMap({ ManifestDocument($0) }) else {
      reportFailure("the result is no manifest")
      return nil
    }
    return CanonicalManifest(document, context)
  }

  private func report(from wanted: CanonicalManifest, to found: CanonicalManifest) {
    for change in Self.differences(from: wanted, to: found) {
      let what = change.new == nil ? "is lost" : change.old == nil ? "appears" : "changes"
      reportFailure("\(change.pointer) \(what) on the way back")
    }
  }

  /// Where the contents differ.
  static func differences(
    from wanted: CanonicalManifest, to found: CanonicalManifest
  ) -> [ManifestPatch.Change] {
    ManifestPatch(
      from: wanted.fillingCreateOptions().content, to: found.fillingCreateOptions().content
    ).changes
  }

  private func reportFailure(_ message: String) {
    context.report(
      .roundTripFailed, message, at: nil,
      help: "please report this with the input; nothing is written")
  }
}
