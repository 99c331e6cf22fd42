internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let deviceRequestsCapabilitiesShape = Rule(
    "device-requests-capabilities-shape", .error, "device request whose capabilities are no lists",
    explanation: """
      'Capabilities' is a list of lists: the driver must have all of one of the inner ones. Docker cannot \
      read a plain list, so the module is not created. Put one more pair of brackets around it.
      """,
    source: "moby/moby api/swagger.yaml (DeviceRequest); Azure/iotedge issue 3959",
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"DeviceRequests": [{"Count": -1, "Capabilities": ⟦["gpu"]⟧}]}}"#,
          fixed: #"{"HostConfig": {"DeviceRequests": [{"Count": -1, "Capabilities": [["gpu"]]}]}}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"DeviceRequests": [{"Count": -1, "Capabilities": ⟦"gpu"⟧}]}}"#,
          fixed: #"{"HostConfig": {"DeviceRequests": [{"Count": -1, "Capabilities": [["gpu"]]}]}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"DeviceRequests": [{"Count": -1, "Capabilities": [["gpu", "video"]]}]}}"#
        ),
        .passes(
          .createOptions,
          #"{"HostConfig": {"DeviceRequests": [{"Count": -1, "Capabilities": []}]}}"#
        ),
      ]
    },
    check: .createOption(["HostConfig.DeviceRequests"]) { member, subject, context in
      for request in member.value.elements {
        guard let capabilities = request.member(inAnyCase: "capabilities")?.value,
          !capabilities.isNull, !subject.isOpen(capabilities),
          !capabilities.isSequence || !capabilities.elements.allSatisfy(\.isSequence)
        else { continue }
        let isFlat = capabilities.isSequence && capabilities.elements.allSatisfy(\.isString)
        let brackets = capabilities.isString ? ("[[", "]]") : isFlat ? ("[", "]") : nil
        context.report(
          "'Capabilities' must be a list of lists", at: capabilities, help: #"write [["gpu"]]"#,
          fix: brackets.flatMap { capabilities.wrappingFix($0.0, $0.1) })
      }
    })

  static let deviceRequestsCountAndIDs = Rule(
    "device-requests-count-and-ids", .error, "device request with a count and with ids",
    explanation: """
      'Count' asks for any so many devices, and 'DeviceIDs' for certain ones. Docker refuses both at once, \
      so the module does not start. Keep one.
      """,
    source: "moby/moby daemon/devices_nvidia_linux.go (errConflictCountDeviceIDs)",
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"DeviceRequests": [{"Count": ⟦1⟧, "DeviceIDs": ["0"], "Capabilities": [["gpu"]]}]}}"#
        ),
        .passes(
          .createOptions,
          #"{"HostConfig": {"DeviceRequests": [{"Count": 0, "DeviceIDs": ["0"], "Capabilities": [["gpu"]]}]}}"#
        ),
        .passes(
          .createOptions,
          #"{"HostConfig": {"DeviceRequests": [{"Count": 1, "DeviceIDs": [], "Capabilities": [["gpu"]]}]}}"#
        ),
      ]
    },
    check: .createOption(["HostConfig.DeviceRequests"]) { member, _, context in
      for request in member.value.elements {
        guard let count = request.member(inAnyCase: "count")?.value,
          let number = count.wholeNumber, number != 0,
          let ids = request.member(inAnyCase: "deviceids")?.value, ids.hasChildren
        else { continue }
        context.report(
          "'Count' and 'DeviceIDs' exclude each other", at: count,
          labels: [.init("the devices are named here", at: ids.range)],
          help: "remove one of the two")
      }
    })

  static let deviceRequestsEmpty = Rule(
    "device-requests-empty", .warning, "device request that asks for nothing",
    explanation: """
      A request with neither a 'Count' nor 'DeviceIDs' gives the module no device. Write "Count": -1 for \
      all devices of the driver.
      """,
    source: "moby/moby daemon/devices_nvidia_linux.go",
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"DeviceRequests": [⟦{"Capabilities": [["gpu"]]}⟧]}}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"DeviceRequests": [{"Count": ⟦0⟧, "Capabilities": [["gpu"]]}]}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"DeviceRequests": [{"Count": -1, "Capabilities": [["gpu"]]}]}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"DeviceRequests": [{"DeviceIDs": ["0"], "Capabilities": [["gpu"]]}]}}"#),
      ]
    },
    check: .createOption(["HostConfig.DeviceRequests"]) { member, _, context in
      for request in member.value.elements where request.isMapping {
        let count = request.member(inAnyCase: "count")?.value
        let ids = request.member(inAnyCase: "deviceids")?.value
        guard count == nil || count?.isNull == true || count?.wholeNumber == 0,
          ids == nil || ids?.isNull == true
            || (ids?.isSequence == true && ids?.hasChildren == false)
        else { continue }
        context.report(
          "the device request asks for no device", at: count ?? request,
          help: "write \"Count\": -1 for all devices")
      }
    })

  static let runtimeNVIDIA = Rule(
    "runtime-nvidia", .info, "container runtime that every device must have",
    explanation: """
      Docker creates the module only where the runtime is registered with the daemon, which it is not \
      by default. Where it only serves to reach a graphics card, 'DeviceRequests' does so without it.
      """,
    source: "moby/moby api/swagger.yaml (HostConfig.Runtime)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Runtime": ⟦"nvidia"⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Runtime": "runc"}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Runtime": "${RUNTIME}"}}"#),
      ]
    },
    check: .createOption(["HostConfig.Runtime"]) { member, subject, context in
      let value = member.value
      // The one that Docker brings along.
      guard value.isString, !value.utf8.isEmpty, !value.hasText("runc"), !subject.isOpen(value)
      else { return }
      context.report(
        "runtime '\(value.text)' must be registered on every device", at: value,
        help: value.hasText("nvidia")
          ? #"register it there, or ask for the card with "DeviceRequests": [{"Count": -1, "Capabilities": [["gpu"]]}]"#
          : "register it with Docker on every device, or leave it out")
    })
}

extension SyntaxNode {
  /// The value as Docker reads it where the agent leaves it alone.
  fileprivate var wholeNumber: Int64? { kind == .number ? amount : nil }

  /// Puts brackets around the node; nil outside of JSON.
  fileprivate func wrappingFix(_ opening: String, _ closing: String) -> Fix? {
    guard tree.schema == .json else { return nil }
    var (front, back) = (range, range)
    front.end = front.start
    back.start = back.end
    return Fix(
      "write a list of lists", edits: [Fix.Edit(front, opening), Fix.Edit(back, closing)])
  }
}
