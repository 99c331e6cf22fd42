internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Puts together the files of a volume as the kubelet does: later sources win over earlier ones.
///
/// Source: kubernetes/api core/v1/types.go (ConfigMapVolumeSource, SecretVolumeSource,
/// ProjectedVolumeSource, KeyToPath).
struct ConfigVolumeBuilder {
  private let source: ContainerSource
  private let context: MappingContext
  private let name: String
  private var files: [String: ConfigVolume.File] = [:]

  /// - Parameter volume: The name of the volume.
  init(_ source: ContainerSource, volume: String, _ context: MappingContext) {
    self.source = source
    self.context = context
    name = volume
  }

  var volume: ConfigVolume {
    let parts = [source.workload.namespace, source.workload.name.value, name]
    return ConfigVolume(
      path: parts.map(Self.folderName).joined(separator: "/"),
      files: files.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }

  /// A text as the name of a folder, which no text can leave.
  private static func folderName(_ text: String) -> String {
    let name = MountWriter.sanitised(text)
    return name.hasPrefix(".") || name.isEmpty ? "-" + name.dropFirst() : name
  }

  private var reader: String { "volume '\(name)'" }

  mutating func add(_ kind: VolumeSource.Kind) {
    switch kind {
    case .configMap(let map):
      add(configMap: map.name, map.items, map.optional, mode: map.defaultMode)
    case .secret(let secret):
      add(secret: secret.secretName, secret.items, secret.optional, mode: secret.defaultMode)
    case .downwardAPI(let fields): add(fields.items, mode: fields.defaultMode)
    case .projected(let projected):
      for source in projected.sources { add(source, mode: projected.defaultMode) }
    default: break
    }
  }

  private mutating func add(_ projection: VolumeProjection, mode: Located<Int32>?) {
    if let map = projection.configMap {
      add(configMap: map.name, map.items, map.optional, mode: mode)
    }
    if let secret = projection.secret {
      add(secret: secret.name, secret.items, secret.optional, mode: mode)
    }
    if let fields = projection.downwardAPI { add(fields.items, mode: mode) }
    let strangers = [
      (projection.serviceAccountToken?.residue.node, "a token for the API server"),
      (projection.clusterTrustBundle?.residue.node, "certificates of the cluster"),
      (projection.podCertificate?.residue.node, "a certificate of the pod"),
    ]
    for case (let node?, let what) in strangers {
      context.reportImpossible(
        .projectedVolumeUnsupported, "\(reader) has \(what), which a device does not have",
        at: node, help: "remove it; modules have an identity of IoT Edge")
    }
  }

  // MARK: - Objects

  private typealias Entry = (key: SyntaxNode, bytes: [UInt8])

  /// An object whose entries become files.
  private struct Object {
    /// For messages, for example `Secret 'tls'`.
    var description: String
    var entries: [Entry]
    /// What a missing key is reported as; nil where keys may be missing.
    var missingKey: RuleInfo?
  }

  private mutating func add(
    configMap name: Located<String>?, _ items: [KeyToPath], _ optional: Located<Bool>?,
    mode: Located<Int32>?
  ) {
    let isOptional = optional?.value ?? false
    guard let map = context.references.configMap(name, isOptional: isOptional, for: reader) else {
      return
    }
    let object = Object(
      description: "ConfigMap '\(name?.value ?? "")'",
      entries: plainEntries(of: map["data"]) + encodedEntries(of: map["binaryData"]),
      missingKey: isOptional ? nil : .configMapKeyNotFound)
    add(object, items, mode: self.mode(mode, usually: 0o644))
  }

  private mutating func add(
    secret name: Located<String>?, _ items: [KeyToPath], _ optional: Located<Bool>?,
    mode: Located<Int32>?
  ) {
    let isOptional = optional?.value ?? false
    guard let secret = context.references.secret(name, isOptional: isOptional, for: reader) else {
      return
    }
    let object = Object(
      description: "Secret '\(name?.value ?? "")'",
      entries: encodedEntries(of: secret["data"]) + plainEntries(of: secret["stringData"]),
      missingKey: isOptional ? nil : .secretKeyNotFound)
    add(object, items, mode: self.mode(mode, usually: 0o600))
  }

  private func plainEntries(of data: SyntaxNode?) -> [Entry] {
    (data?.members.map { $0 } ?? []).filter(\.value.isString).map {
      ($0.key, Array($0.value.utf8))
    }
  }

  private func encodedEntries(of data: SyntaxNode?) -> [Entry] {
    (data?.members.map { $0 } ?? []).filter(\.value.isString).compactMap { member in
      guard let bytes = Base64.decode(member.value.utf8) else {
        context.decoding.report(
          .schemaBase64, "the value of '\(member.key.text)' is not base64", at: member.value,
          help:
            "encode it, or write it as text under 'data' of a ConfigMap or 'stringData' of a Secret"
        )
        return nil
      }
      return (member.key, bytes)
    }
  }

  private mutating func add(_ object: Object, _ items: [KeyToPath], mode: UInt16) {
    guard !items.isEmpty else {
      for entry in object.entries {
        add(entry.bytes, at: Located(entry.key.text, at: entry.key), mode: mode)
      }
      return
    }
    for item in items {
      guard let key = item.key, let path = item.path else { continue }
      guard let entry = object.entries.last(where: { $0.key.text == key.value }) else {
        report(key, missingIn: object)
        continue
      }
      add(entry.bytes, at: path, mode: self.mode(item.mode, usually: mode))
    }
  }

  private func report(_ key: Located<String>, missingIn object: Object) {
    guard let rule = object.missingKey else { return }
    context.decoding.report(
      rule, "\(object.description) has no key '\(key.value)'", at: key.node,
      severity: context.options.pods.severity(ofImpossible: rule),
      help: Suggestion.question(for: key.value, among: object.entries.map(\.key.text))
        ?? "add the key, or 'optional: true'")
  }

  // MARK: - Fields of the pod

  private mutating func add(_ items: [DownwardAPIVolumeFile], mode: Located<Int32>?) {
    let usual = self.mode(mode, usually: 0o644)
    for item in items {
      guard let path = item.path, let text = text(of: item, at: path.value) else { continue }
      add(Array(text.utf8), at: path, mode: self.mode(item.mode, usually: usual))
    }
  }

  private func text(of item: DownwardAPIVolumeFile, at path: String) -> String? {
    let reader = "file '\(path)' of \(reader)"
    if let reference = item.resourceFieldRef {
      return context.value(of: reference, in: source, for: reader)?.text
    }
    guard let reference = item.fieldRef else { return nil }
    switch reference.fieldPath?.value {
    case "metadata.labels": return DownwardText.lines(source.podMetadata?.labels ?? [])
    case "metadata.annotations": return DownwardText.lines(source.podMetadata?.annotations ?? [])
    default: return context.value(of: reference, in: source, for: reader)?.text
    }
  }

  // MARK: - Files

  private mutating func add(_ bytes: [UInt8], at path: Located<String>, mode: UInt16) {
    let clean = ContainerPath.normalized(path.value)
    guard MountPoint.isInside(path.value), clean != ".", !clean.hasPrefix("..") else {
      context.decoding.report(
        .volPath, "'\(path.value)' is no path inside \(reader)", at: path.node,
        help: "write a relative path without '..'")
      return
    }
    files[clean] = ConfigVolume.File(path: clean, bytes: bytes, mode: mode)
  }

  private func mode(_ written: Located<Int32>?, usually usual: UInt16) -> UInt16 {
    guard let written else { return usual }
    guard (0...0o777).contains(written.value) else {
      context.decoding.report(
        .volMode, "files of \(reader) cannot have the mode \(written.value)", at: written.node,
        help: "write 0 to 0777")
      return usual
    }
    return UInt16(written.value)
  }
}
