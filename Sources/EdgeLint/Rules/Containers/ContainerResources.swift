internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

private let source = """
  kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidateResourceRequirements, \
  validateContainerResourceName, ValidateResourceQuantityValue)
  """

extension Rule {
  static let containerResourceName = Rule(
    "ctr-resource-name", .error, "resource that no container can have",
    explanation: """
      A container asks for `cpu`, `memory`, `ephemeral-storage` and `hugepages-SIZE`; whatever \
      else a node offers has a domain in front of its name, such as `nvidia.com/gpu`. A claim is \
      one of `resourceClaims` of the pod.
      """,
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container(
            """
            resources:
              limits: {⟦gpu⟧: 1, ⟦storage⟧: 1Gi, ⟦a b⟧: 1, ⟦requests.a.b/c⟧: 1}
              claims: [{name: ⟦camera⟧}]
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            """
            resources:
              limits: {cpu: 1, memory: 1Gi, ephemeral-storage: 1Gi, nvidia.com/gpu: 1}
              requests: {hugepages-2Mi: 4Mi, kubernetes.io/x: 1, "${NAME}": 1}
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.pod(
            """
            resourceClaims: [{name: camera, resourceClaimName: camera}]
            containers: [{name: sensor, resources: {claims: [{name: camera}]}}]
            """)),
      ]
    },
    check: .container { container, context in
      guard let resources = container.container.resources else { return }
      for entry in resources.limits + resources.requests {
        guard ContainerResourceName(entry.name) == nil, !entry.key.isOpaque else { continue }
        context.report(
          "a container cannot have '\(entry.name)'", at: entry.key,
          help: Suggestion.question(for: entry.name, among: ContainerResourceName.standardNames)
            ?? "use \(ContainerResourceName.listed), or a name behind a domain and '/'")
      }
      let claims = container.pod.spec.resourceClaims.compactMap(\.name?.value)
      for claim in resources.claims {
        guard let name = claim.name, !name.isOpaque, !claims.contains(name.value) else { continue }
        context.report(
          "the pod has no resource claim '\(name.value)'", at: name.node,
          help: Suggestion.question(for: name.value, among: claims)
            ?? "add it to 'resourceClaims' of the pod")
      }
    })

  static let containerRequestOverLimit = Rule(
    "ctr-resource-request-over-limit", .error, "request above the limit",
    explanation: """
      A container asks for more of a resource than it may use. Both are compared as amounts: `0.5` \
      is `500m`, and `1Gi` is `1024Mi`.
      """,
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container(
            "resources: {requests: {cpu: ⟦2⟧, memory: ⟦1Gi⟧}, limits: {cpu: 1, memory: 1G}}")),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            "resources: {requests: {cpu: 0.5, memory: 1Gi}, limits: {cpu: 500m, memory: 1024Mi}}"
          )),
        .passes(.kubernetes, WorkloadSample.container("resources: {requests: {cpu: 2}}")),
      ]
    },
    check: .container { container, context in
      guard let resources = container.container.resources else { return }
      for request in resources.requests {
        guard case .standard = ContainerResourceName(request.name),
          let limit = resources.limits[request.name],
          limit.value.roundedToMilli < request.value.value.roundedToMilli
        else { continue }
        context.report(
          "\(container.title) requests more \(request.name) than its limit allows",
          at: request.value.node, labels: limit.range.map { [.init("the limit", at: $0)] } ?? [],
          help: "lower the request, or raise the limit")
      }
    })

  static let containerResourceExtended = Rule(
    "ctr-resource-extended", .error, "devices or huge pages that are not asked for as they must be",
    explanation: """
      Devices and huge pages cannot be shared: the limit is required, a request is equal to it, \
      and devices are whole. Huge pages come in multiples of their size, together with `cpu` or \
      `memory`.
      """,
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container(
            """
            resources:
              requests: {nvidia.com/gpu: ⟦1⟧, ⟦example.com/camera⟧: 1}
              limits: {nvidia.com/gpu: 2, example.com/port: ⟦1.5⟧}
            """)),
        .flags(
          .kubernetes, WorkloadSample.container("resources: {limits: {⟦hugepages-2Mi⟧: 4Mi}}")),
        .flags(
          .kubernetes,
          WorkloadSample.container("resources: {limits: {cpu: 1, hugepages-2Mi: ⟦3Mi⟧}}")),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            """
            resources:
              requests: {nvidia.com/gpu: 1, cpu: 500m}
              limits: {nvidia.com/gpu: 1, hugepages-2Mi: 4Mi}
            """)),
      ]
    },
    check: .container { container, context in
      guard let resources = container.container.resources else { return }
      for request in resources.requests {
        guard let name = ContainerResourceName(request.name), name.isExclusive else { continue }
        guard let limit = resources.limits[request.name] else {
          context.report(
            "'\(request.name)' of \(container.title) has no limit", at: request.key,
            help: "add the same amount to 'limits'")
          continue
        }
        guard limit.value != request.value.value else { continue }
        context.report(
          "the request for '\(request.name)' is not equal to the limit", at: request.value.node,
          labels: limit.range.map { [.init("the limit", at: $0)] } ?? [],
          help: "write the same amount in both")
      }
      let written = resources.limits + resources.requests
      for entry in written {
        let amount = entry.value.value
        switch ContainerResourceName(entry.name) {
        case .extended:
          guard !amount.isWhole else { continue }
          context.report(
            "'\(entry.name)' is not a whole number", at: entry.value.node,
            help: "write a whole number")
        case .hugePages(let size?):
          guard !amount.isNegative, !amount.isMultiple(of: size) else { continue }
          context.report(
            "the amount of '\(entry.name)' is no multiple of the size of a page",
            at: entry.value.node, help: "write a multiple of it")
        default: continue
        }
      }
      guard
        let pages = written.first(where: { ContainerResourceName($0.name)?.isHugePages == true }),
        !written.contains(where: { $0.name == "cpu" || $0.name == "memory" })
      else { return }
      context.report(
        "\(container.title) asks for huge pages alone", at: pages.key,
        help: "add 'cpu' or 'memory'")
    })

  static let containerResourceFractionalBytes = Rule(
    "ctr-resource-fractional-bytes", .warning, "amount of memory that is no whole number of bytes",
    explanation: """
      The suffix `m` means thousandths: `100m` of memory is a tenth of a byte. It was meant for \
      `cpu`; for mebibytes write `Mi`.
      """,
    source: "kubernetes/kubernetes pkg/api/pod/warnings.go",
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container(
            "resources: {limits: {memory: ⟦100m⟧}, requests: {ephemeral-storage: ⟦0.5⟧}}")),
        .passes(
          .kubernetes,
          WorkloadSample.container("resources: {limits: {memory: 1.5Gi, cpu: 100m}}")),
      ]
    },
    check: .container { container, context in
      guard let resources = container.container.resources else { return }
      for entry in resources.limits + resources.requests
      where ["memory", "ephemeral-storage"].contains(entry.name) {
        guard !entry.value.value.roundedToMilli.isWhole else { continue }
        let text = entry.value.node?.text ?? ""
        context.report(
          "'\(text)' of \(entry.name) is no whole number of bytes", at: entry.value.node,
          help: text.hasSuffix("m")
            ? "did you mean '\(text.dropLast())Mi'?" : "write a whole number of bytes")
      }
    })
}
