internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The AppArmor profile that confines a container: that of its own field, else of its annotation, else of
/// the pod's field.
///
/// Source: kubernetes/kubernetes pkg/security/apparmor/helpers.go (GetProfile).
struct AppArmor {
  /// The prefix of annotations that name the profile of a container.
  ///
  /// Source: kubernetes/api core/v1/annotation_key_constants.go
  /// (DeprecatedAppArmorBetaContainerAnnotationKeyPrefix).
  static let annotationPrefix = "container.apparmor.security.beta.kubernetes.io/"

  /// The security option of Docker; nil for its own profile.
  let option: BodyValue?

  init(_ source: ContainerSource, _ context: MappingContext) {
    let annotation = source.podMetadata?.annotations.first { entry in
      entry.name == Self.annotationPrefix + (source.container.name?.value ?? "")
    }
    if let annotation { Self.reportDeprecated(annotation.key, context) }
    if let own = source.container.securityContext?.appArmorProfile {
      option = Self.option(for: own, context)
    } else if let value = annotation?.value, !value.value.isEmpty {
      option = Self.option(for: value, context)
    } else {
      option = source.pod.securityContext?.appArmorProfile.flatMap { Self.option(for: $0, context) }
    }
  }

  /// Source: Mirantis/cri-dockerd core/security_context.go (getAppArmorOpts).
  private static func option(
    for profile: AppArmorProfile, _ context: MappingContext
  ) -> BodyValue? {
    guard let type = profile.type else {
      context.reportDropped(
        "'appArmorProfile' without a type", at: profile.residue.node, help: "add 'type'")
      return nil
    }
    switch type.value.recognized {
    case .unconfined: return .string("apparmor=unconfined", from: type.node)
    case .localhost:
      guard let name = profile.localhostProfile, !name.value.isEmpty else {
        context.reportDropped(
          "'appArmorProfile' without a name", at: type.node, help: "add 'localhostProfile'")
        return nil
      }
      return .string("apparmor=\(name.value)", from: name.node)
    // An unknown type has been reported when the pod was decoded.
    case .runtimeDefault, nil: return nil
    }
  }

  /// Source: kubernetes/kubernetes pkg/security/apparmor/helpers.go (getProfileFromPodAnnotations).
  private static func option(
    for annotation: Located<String>, _ context: MappingContext
  ) -> BodyValue? {
    let prefix = "localhost/"
    switch annotation.value {
    case "runtime/default": return nil
    case "unconfined": return .string("apparmor=unconfined", from: annotation.node)
    case let text where text.hasPrefix(prefix) && text != prefix:
      return .string("apparmor=\(text.dropFirst(prefix.count))", from: annotation.node)
    default:
      context.reportDropped(
        "AppArmor profile '\(annotation.value)'", at: annotation.node,
        help: "write 'runtime/default', 'unconfined' or 'localhost/NAME'")
      return nil
    }
  }

  private static func reportDeprecated(_ key: SyntaxNode, _ context: MappingContext) {
    context.decoding.report(
      .deprecatedAnnotation,
      "container '\(context.container)': its AppArmor profile stands in an annotation", at: key,
      help: "write it as 'appArmorProfile' into the securityContext of the container")
  }
}
