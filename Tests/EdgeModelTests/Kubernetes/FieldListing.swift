import Foundation

/// The listing of every field, from which tests make documents.
struct FieldListing {
  struct Field {
    let name: String
    let isRequired: Bool
    /// As in the listing, without versions and keys: `[]Container`, `map:string`, `int32`.
    let type: String

    /// What the list or mapping holds, or the type itself.
    var elementType: String {
      if type.hasPrefix("[]") { return String(type.dropFirst(2)) }
      return type.hasPrefix("map:") ? String(type.dropFirst(4)) : type
    }
  }

  /// The way from an object to a type: each step a field and whether it is a list.
  struct Path {
    let kind: String
    var steps: [Field] = []
  }

  let types: [String: [Field]]
  /// Names of the types in the order of the listing.
  let names: [String]

  static let shared = FieldListing()

  private init() {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Fixtures/kubernetes/fields.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var types: [String: [Field]] = [:]
    var names: [String] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = Self.withoutVersion(line[..<colon])
      names.append(name)
      types[name] = line[line.index(after: colon)...].split(separator: ",").compactMap(Self.field)
    }
    (self.types, self.names) = (types, names)
  }

  private static func field(_ text: Substring) -> Field? {
    let words = text.split(separator: " ")
    guard words.count == 2 else { return nil }
    let type = words[1].prefix { $0 != "@" && $0 != "{" }
    return Field(
      name: String(words[0].filter { $0 != "*" }), isRequired: words[0].hasSuffix("*"),
      type: String(type))
  }

  private static func withoutVersion(_ name: Substring) -> String {
    String(name.prefix { $0 != "@" })
  }

  // MARK: - Kinds

  /// The kinds of objects and their versions.
  static let kinds = [
    "DaemonSet": "apps/v1", "Deployment": "apps/v1", "ReplicaSet": "apps/v1",
    "StatefulSet": "apps/v1", "CronJob": "batch/v1", "Job": "batch/v1", "ConfigMap": "v1",
    "Namespace": "v1", "PersistentVolumeClaim": "v1", "Pod": "v1", "Secret": "v1",
    "Service": "v1", "ServiceAccount": "v1",
  ]

  static var kindNames: [String] { kinds.keys.sorted() }

  /// The shortest way to each type, found breadth first from all kinds in order of name.
  func paths() -> [String: Path] {
    var paths: [String: Path] = [:]
    var queue = Self.kindNames.map { ($0, Path(kind: $0)) }
    var next = 0
    while next < queue.count {
      let (type, path) = queue[next]
      next += 1
      guard paths[type] == nil else { continue }
      paths[type] = path
      for field in types[type] ?? [] where types[field.elementType] != nil {
        var longer = path
        longer.steps.append(field)
        queue.append((field.elementType, longer))
      }
    }
    return paths
  }

  // MARK: - Documents

  /// A whole object with every field.
  func document(of kind: String) -> String {
    object(kind, path: Path(kind: kind), content: fullFields(kind))
  }

  /// An object that has nothing but the way to some members of one type.
  func document(to path: Path, content: String) -> String {
    object(path.kind, path: path, content: content)
  }

  private func object(_ kind: String, path: Path, content: String) -> String {
    var content = content
    for step in path.steps.reversed() {
      content =
        step.type.hasPrefix("[]")
        ? "\"\(step.name)\": [{\(content)}]"
        : "\"\(step.name)\": {\(content)}"
    }
    let version = Self.kinds[kind] ?? ""
    return
      #"{"apiVersion": "\#(version)", "kind": "\#(kind)"\#(content.isEmpty ? "" : ", ")\#(content)}"#
  }

  func fullFields(_ type: String) -> String {
    (types[type] ?? []).map { "\"\($0.name)\": \(example(of: $0, in: type))" }
      .joined(separator: ", ")
  }

  /// A right value for a field.
  func example(of field: Field, in type: String) -> String {
    let value = Self.listedValues["\(type).\(field.name)"].map { "\"\($0)\"" }
    let element = value ?? example(of: field.elementType)
    if field.type.hasPrefix("[]") { return "[\(element), \(element)]" }
    return field.type.hasPrefix("map:") ? "{\"a\": \(element), \"b\": \(element)}" : element
  }

  private func example(of type: String) -> String {
    switch type {
    case "string": #""text""#
    case "bool": "true"
    case "int32", "int64": "7"
    case "quantity": #""1Gi""#
    case "intOrString": #""25%""#
    case "time": #""2026-01-31T12:00:00Z""#
    case "base64": #""aGk=""#
    default: "{\(fullFields(type))}"
    }
  }

  /// A value of each field that has a fixed list of them.
  static let listedValues = [
    "PodSpec.restartPolicy": "Always", "PodSpec.dnsPolicy": "None",
    "PodSpec.preemptionPolicy": "Never", "PodOS.name": "linux",
    "Container.imagePullPolicy": "IfNotPresent", "EphemeralContainer.imagePullPolicy": "Never",
    "ImageVolumeSource.pullPolicy": "Always", "Container.terminationMessagePolicy": "File",
    "EphemeralContainer.terminationMessagePolicy": "FallbackToLogsOnError",
    "Container.restartPolicy": "Always", "EphemeralContainer.restartPolicy": "Never",
    "ContainerPort.protocol": "UDP", "ServicePort.protocol": "SCTP",
    "HTTPGetAction.scheme": "HTTPS", "Toleration.operator": "Exists",
    "Toleration.effect": "NoSchedule", "NodeSelectorRequirement.operator": "Gt",
    "LabelSelectorRequirement.operator": "In", "HostPathVolumeSource.type": "DirectoryOrCreate",
    "VolumeMount.mountPropagation": "HostToContainer",
    "VolumeMount.recursiveReadOnly": "IfPossible",
    "PersistentVolumeClaimSpec.accessModes": "ReadWriteOnce",
    "PersistentVolumeClaimSpec.volumeMode": "Block",
    "TopologySpreadConstraint.whenUnsatisfiable": "ScheduleAnyway",
    "TopologySpreadConstraint.nodeAffinityPolicy": "Honor",
    "TopologySpreadConstraint.nodeTaintsPolicy": "Ignore", "SeccompProfile.type": "Localhost",
    "AppArmorProfile.type": "RuntimeDefault", "SecurityContext.procMount": "Unmasked",
    "PodSecurityContext.fsGroupChangePolicy": "OnRootMismatch",
    "PodSecurityContext.supplementalGroupsPolicy": "Strict",
    "ContainerResizePolicy.restartPolicy": "NotRequired",
    "ContainerResizePolicy.resourceName": "memory", "ServiceSpec.type": "NodePort",
    "ServiceSpec.sessionAffinity": "ClientIP", "ServiceSpec.internalTrafficPolicy": "Local",
    "ServiceSpec.externalTrafficPolicy": "Cluster", "ServiceSpec.ipFamilies": "IPv6",
    "ServiceSpec.ipFamilyPolicy": "PreferDualStack", "DeploymentStrategy.type": "Recreate",
    "DaemonSetUpdateStrategy.type": "OnDelete", "StatefulSetUpdateStrategy.type": "RollingUpdate",
    "StatefulSetSpec.podManagementPolicy": "Parallel",
    "StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted": "Delete",
    "StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled": "Retain",
    "JobSpec.completionMode": "Indexed", "JobSpec.podReplacementPolicy": "Failed",
    "PodFailurePolicyRule.action": "FailJob",
    "PodFailurePolicyOnExitCodesRequirement.operator": "NotIn",
    "CronJobSpec.concurrencyPolicy": "Forbid",
  ]
}
