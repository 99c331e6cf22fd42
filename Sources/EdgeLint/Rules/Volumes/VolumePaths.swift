internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let volumePath = Rule(
    "vol-path", .error, "path of a volume that leads elsewhere",
    explanation: """
      Paths inside a volume are relative and have no `..`, so that nothing outside it is reached; \
      those of entries do not begin with `..` either. A path of the host has no `..`. The path of \
      an NFS server is absolute.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateLocalNonReservedPath, \
      validateLocalDescendingPath, validatePathNoBacksteps, validateNFSVolumeSource)
      """,
    examples: {
      [
        .flags(
          .kubernetes, WorkloadSample.volumes("- {name: data, hostPath: {path: ⟦/a/../b⟧}}")),
        .flags(
          .kubernetes,
          WorkloadSample.volumes(
            """
            - name: data
              configMap:
                name: settings
                items: [{key: a, path: ⟦/a⟧}, {key: b, path: ⟦a/../b⟧}, {key: c, path: ⟦..c⟧}]
            """)),
        .flags(
          .kubernetes, WorkloadSample.volumes("- {name: data, nfs: {server: s, path: ⟦exports⟧}}")),
        .flags(
          .kubernetes,
          WorkloadSample.container(
            """
            volumeMounts:
            - {name: data, mountPath: /a, subPath: ⟦/a⟧}
            - {name: data, mountPath: /b, subPath: ⟦a/..⟧}
            - {name: data, mountPath: /c, subPath: a, ⟦subPathExpr⟧: b}
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.volumes(
            """
            - {name: data, hostPath: {path: relative/..a}}
            - {name: more, configMap: {name: c, items: [{key: a, path: a/b..}]}}
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            """
            volumeMounts:
            - {name: data, mountPath: /a, subPath: ..a}
            - {name: data, mountPath: /b, subPathExpr: $(POD_NAME)}
            - {name: data, mountPath: /c, subPath: "${PATH}"}
            """)),
      ]
    },
    check: .pod { pod, context in
      for source in pod.spec.volumes.lazy.flatMap(\.sources) { checkPaths(of: source, context) }
      for mount in pod.allContainers.lazy.flatMap(\.container.volumeMounts) {
        for path in [mount.subPath, mount.subPathExpr].compactMap(\.self) {
          path.checkInside(isEntry: false, context)
        }
        if let path = mount.subPath, !path.value.isEmpty, let other = mount.subPathExpr,
          !other.value.isEmpty
        {
          context.report(
            "'subPath' and 'subPathExpr' are both set", at: mount.residue.key("subPathExpr"),
            help: "remove one of them")
        }
      }
    })
}

private func checkPaths(of source: VolumeSource, _ context: RuleContext) {
  for path in VolumeFiles(of: source).paths { path.checkInside(isEntry: true, context) }
  switch source.kind {
  case .hostPath(let host):
    guard let path = host.path, path.value.hasStepBack, !path.isOpaque else { return }
    context.report(
      "the path '\(path.value)' of the host has '..'", at: path.node,
      help: "write the path without it")
  case .nfs(let server):
    guard let path = server.path, !path.value.isEmpty, !path.value.hasPrefix("/"), !path.isOpaque
    else { return }
    context.report(
      "the path '\(path.value)' of the server is not absolute", at: path.node,
      help: "write '/\(path.value)'")
  default: return
  }
}

extension Located<String> {
  /// Reports a path that leads out of its volume.
  fileprivate func checkInside(isEntry: Bool, _ context: RuleContext) {
    guard !isOpaque else { return }
    if value.hasPrefix("/") {
      context.report(
        "the path '\(value)' inside a volume is absolute", at: node,
        help: "remove the '/' at the start")
    } else if value.hasStepBack {
      context.report(
        "the path '\(value)' inside a volume has '..'", at: node,
        help: "write the path without it")
    } else if isEntry, value.hasPrefix("..") {
      context.report(
        "the path '\(value)' inside a volume begins with '..'", at: node,
        help: "give the file another name")
    }
  }
}
