internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let user = FieldMapping(
    from: "spec.containers[].securityContext.runAsUser, .runAsGroup, .runAsNonRoot",
    "spec.securityContext.runAsUser, .runAsGroup, .runAsNonRoot",
    "windowsOptions.runAsUserName of both", manifest: "createOptions.User", fidelity: .exact,
    summary: """
      The id of the user, and that of the group behind a colon; a group alone cannot be said. Whether the \
      user is root is checked here, because nobody does it on a device.
      """
  ) { source, draft, context in
    let security = EffectiveSecurity(source)
    let isWindows = source.pod.os?.name.map { $0.value == .windows } ?? false
    if let name = security.runAsUserName, isWindows || security.runAsUser == nil {
      draft.body["User"] = .string(name.value, from: name.node)
      context.reportUnused(security.runAsUser, "runAsUser", beside: name)
      context.reportUnused(security.runAsGroup, "runAsGroup", beside: name)
      // Source: kubernetes/kubernetes pkg/kubelet/kuberuntime/security_context_windows.go.
      context.checkRoot(security, isRoot: name.value.lowercased() == "containeradministrator", name)
      return
    }
    draft.setUser(security, context)
    context.checkRoot(
      security, isRoot: security.runAsUser.map { $0.value == 0 }, security.runAsUser)
  } toKubernetes: { residual, draft, _ in
    guard let text = residual.body["User"]?.text else { return }
    let parts = (text == "root" ? "0" : text)
      .split(separator: ":", omittingEmptySubsequences: false)
    let ids = parts.compactMap(LinuxID.init)
    guard (1...2).contains(parts.count), ids.count == parts.count else { return }
    residual.remove("User")
    draft.fields[path: "securityContext", "runAsUser"] = .number(ids[0].number)
    guard ids.count > 1 else { return }
    draft.fields[path: "securityContext", "runAsGroup"] = .number(ids[1].number)
  }
}

extension ModuleDraft {
  fileprivate mutating func setUser(_ security: EffectiveSecurity, _ context: MappingContext) {
    if let user = security.runAsUser { context.checkRange(of: user, "runAsUser") }
    if let group = security.runAsGroup { context.checkRange(of: group, "runAsGroup") }
    guard let user = security.runAsUser else {
      guard let group = security.runAsGroup else { return }
      context.reportImpossible(
        .runAsGroupWithoutUser,
        "'runAsGroup' needs 'runAsUser', because the user of the image is not known",
        at: group.node,
        help: "add runAsUser with the user of the image")
      return
    }
    let group = security.runAsGroup.map { ":\($0.value)" } ?? ""
    body["User"] = .string("\(user.value)\(group)", from: user.node)
  }
}

extension MappingContext {
  /// Checks that a user is not root where that is asked for.
  ///
  /// - Parameter isRoot: Nil where nobody knows.
  fileprivate func checkRoot<User>(
    _ security: EffectiveSecurity, isRoot: Bool?, _ user: Located<User>?
  ) {
    guard let demand = security.runAsNonRoot, demand.value else { return }
    switch isRoot {
    case false: break
    case true:
      decoding.report(
        .runAsNonRootConflict, "the user is root, which 'runAsNonRoot' forbids", at: user?.node,
        labels: demand.range.map { [.init("forbidden here", at: $0)] } ?? [],
        help: "write another user, or remove 'runAsNonRoot'")
    default:
      decoding.report(
        .lossRunAsNonRootUnverified, "nobody on a device checks whether a user is root",
        at: demand.node, help: "add runAsUser with the id of a user that is not root")
    }
  }

  fileprivate func reportUnused(
    _ id: Located<Int64>?, _ field: String, beside name: Located<String>
  ) {
    guard let id else { return }
    reportDropped("'\(field)' beside the user '\(name.value)' of Windows", at: id.node, help: nil)
  }
}
