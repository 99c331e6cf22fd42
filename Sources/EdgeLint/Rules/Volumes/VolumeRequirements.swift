internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let volumeSourceRequired = Rule(
    "vol-source-required", .error, "source of a volume that is not complete",
    explanation: """
      Each kind of volume needs to know what it is made of: a host path its `path`, a ConfigMap \
      its `name`, a Secret its `secretName`, a claim its `claimName`, an entry its `key` and `path`.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateVolumeSource)
      """,
    examples: {
      [
        .flags(
          .kubernetes, WorkloadSample.volumes("- {name: data, ⟦secret⟧: {name: password}}")),
        .flags(
          .kubernetes,
          WorkloadSample.volumes(
            """
            - {name: a, ⟦hostPath⟧: {}}
            - {name: b, hostPath: {path: ⟦""⟧}}
            - {name: c, ⟦configMap⟧: {optional: true}}
            - {name: d, ⟦persistentVolumeClaim⟧: {}}
            - {name: e, configMap: {name: c, items: [{⟦key⟧: k}, {⟦path⟧: p}]}}
            - {name: f, ⟦nfs⟧: {path: /p}}
            - {name: g, ⟦csi⟧: {}}
            - {name: h, csi: {driver: ⟦A_b⟧}}
            - {name: i, ⟦ephemeral⟧: {}}
            - {name: j, ⟦azureFile⟧: {secretName: s}}
            - {name: k, emptyDir: {sizeLimit: ⟦-1⟧}}
            """)),
        .flags(
          .kubernetes,
          WorkloadSample.volumes(
            """
            - name: data
              downwardAPI:
                items:
                - {⟦path⟧: a}
                - {path: b, fieldRef: {fieldPath: ⟦spec.nodeName⟧}}
                - {path: c, resourceFieldRef: {⟦resource⟧: limits.cpu}}
            """)),
        .flags(
          .kubernetes,
          WorkloadSample.volumes(
            """
            - name: data
              projected:
                sources:
                - ⟦configMap⟧: {}
                - {secret: {name: s}, ⟦configMap⟧: {name: c}}
                - serviceAccountToken: {path: t, expirationSeconds: ⟦10⟧}
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.volumes(
            """
            - {name: a, hostPath: {path: /a}}
            - {name: b, secret: {secretName: s, items: [{key: k, path: p}]}}
            - {name: c, hostPath: {pth: /a}}
            - {name: d, projected: {sources: [{}, {serviceAccountToken: {path: t}}]}}
            - {name: e, downwardAPI: {items: [{path: b, fieldRef: {fieldPath: metadata.labels}}]}}
            - {name: f, csi: {driver: disk.csi.azure.com}}
            """)),
      ]
    },
    check: .pod { pod, context in
      for source in pod.spec.volumes.lazy.flatMap(\.sources) {
        VolumeRequirements(source, context).check()
      }
    })
}

/// What a source has to say.
private struct VolumeRequirements {
  private let source: VolumeSource
  private let context: RuleContext

  init(_ source: VolumeSource, _ context: RuleContext) {
    self.source = source
    self.context = context
  }

  func check() {
    switch source.kind {
    case .hostPath(let host):
      require(host.path, "path", host.residue, HostPathVolumeSource.self)
    case .emptyDir(let directory): check(directory)
    case .configMap(let map):
      require(map.name, "name", map.residue, ConfigMapVolumeSource.self)
      check(map.items)
    case .secret(let secret): check(secret)
    case .persistentVolumeClaim(let claim):
      require(claim.claimName, "claimName", claim.residue, PersistentVolumeClaimVolumeSource.self)
    case .projected(let projected): for source in projected.sources { check(source) }
    case .downwardAPI(let fields): check(fields.items)
    case .nfs(let server):
      require(server.server, "server", server.residue, NFSVolumeSource.self)
      require(server.path, "path", server.residue, NFSVolumeSource.self)
    case .csi(let csi): check(csi)
    case .ephemeral(let ephemeral):
      guard ephemeral.residue.plainlyLacks("volumeClaimTemplate", of: EphemeralVolumeSource.self)
      else { return }
      report(missing: "volumeClaimTemplate", at: source.key)
    case .image: return
    case .other(let record): check(record)
    }
  }

  private func check(_ directory: EmptyDirVolumeSource) {
    guard let limit = directory.sizeLimit, limit.value.isNegative else { return }
    context.report("'sizeLimit' is negative", at: limit.node, help: "write 0 or more")
  }

  private func check(_ secret: SecretVolumeSource) {
    check(secret.items)
    // Everywhere else it is `name`, so that the right name is worth telling.
    if secret.secretName == nil, secret.residue.node?.member("secretName") == nil,
      secret.residue.members.contains(where: { $0.key.hasText("name") })
    {
      context.report(
        "a volume names its Secret with 'secretName', not with 'name'", at: source.key,
        help: "rename 'name' to 'secretName'")
    } else {
      require(secret.secretName, "secretName", secret.residue, SecretVolumeSource.self)
    }
  }

  private func check(_ csi: CSIVolumeSource) {
    require(csi.driver, "driver", csi.residue, CSIVolumeSource.self)
    guard let driver = csi.driver, !driver.value.isEmpty, !driver.isOpaque,
      let problem = driver.value.utf8.count > 63
        ? "is longer than 63 characters"
        : APINameForm.subdomain.problem(of: driver.value.lowercased())
    else { return }
    context.report(
      "driver '\(driver.value)' \(problem)", at: driver.node, help: APINameForm.subdomain.advice)
  }

  private func check(_ record: TypedRecord) {
    let names: [String]
    switch "\(record.shape.name)" {
    case "azureFile": names = ["secretName", "shareName"]
    case "azureDisk": names = ["diskName", "diskURI"]
    default: return
    }
    guard record.residue.isEmpty else { return }
    for name in names where record.residue.node?[dynamic: name] == nil {
      report(missing: name, at: source.key)
    }
  }

  private func check(_ items: [KeyToPath]) {
    for item in items {
      require(item.key, "key", item.residue, KeyToPath.self, at: item.residue.firstKey)
      require(item.path, "path", item.residue, KeyToPath.self, at: item.residue.firstKey)
    }
  }

  private func check(_ items: [DownwardAPIVolumeFile]) {
    for item in items {
      require(
        item.path, "path", item.residue, DownwardAPIVolumeFile.self, at: item.residue.firstKey)
      if let field = item.fieldRef {
        FieldPath.check(field, allowing: FieldPath.ofFiles, context)
      } else if let resource = item.resourceFieldRef {
        FieldPath.check(resource, context)
        require(
          resource.containerName, "containerName", resource.residue, ResourceFieldSelector.self,
          at: resource.residue.firstKey)
      } else if item.residue.plainlyLacks("fieldRef", of: DownwardAPIVolumeFile.self),
        item.residue.plainlyLacks("resourceFieldRef", of: DownwardAPIVolumeFile.self)
      {
        context.report(
          "a file of the volume has no source", at: item.residue.firstKey,
          help: "add 'fieldRef' or 'resourceFieldRef'")
      }
    }
  }

  private func check(_ projection: VolumeProjection) {
    let present = projection.residue.node?.members.filter { !$0.value.isNull } ?? []
    if present.count > 1, projection.residue.isEmpty {
      context.report(
        "an entry of 'sources' has a second source", at: present[1].key,
        labels: [.init("the first one", at: present[0].key.range)],
        help: "write an entry for each")
    }
    if let map = projection.configMap {
      require(
        map.name, "name", map.residue, ConfigMapProjection.self,
        at: projection.residue.key("configMap"))
      check(map.items)
    }
    if let secret = projection.secret {
      require(
        secret.name, "name", secret.residue, SecretProjection.self,
        at: projection.residue.key("secret"))
      check(secret.items)
    }
    if let fields = projection.downwardAPI { check(fields.items) }
    guard let token = projection.serviceAccountToken else { return }
    require(
      token.path, "path", token.residue, ServiceAccountTokenProjection.self,
      at: projection.residue.key("serviceAccountToken"))
    guard let seconds = token.expirationSeconds, !(600...(1 << 32) ~= seconds.value) else { return }
    context.report(
      "a token for \(seconds.value) seconds is refused", at: seconds.node,
      help: "write a number from 600 to \(Int64(1) << 32)")
  }

  /// Reports a text that is missing or empty.
  private func require(
    _ text: Located<String>?, _ name: StaticString, _ residue: Residue,
    _ type: any ModelObject.Type, at place: SyntaxNode? = nil
  ) {
    if let text {
      guard text.value.isEmpty else { return }
      context.report("'\(name)' is empty", at: text.node, help: "write its value")
    } else if residue.plainlyLacks(name, of: type) {
      report(missing: "\(name)", at: place ?? source.key)
    }
  }

  private func report(missing name: String, at place: SyntaxNode?) {
    context.report(
      "'\(source.key.text)' of a volume lacks '\(name)'", at: place, help: "add '\(name)'")
  }
}
