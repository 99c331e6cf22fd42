internal import EdgeDiagnostics
internal import EdgeModel

extension Rule {
  static let routeSourceNeverMatches = Rule(
    "route-source-never-matches", .warning, "source that no message can have",
    explanation: """
      The hub takes any path as a source, but messages come from /messages, /messages/modules/NAME \
      and its outputs, and /twinChangeNotifications only. `*` is a wildcard at the very end and an \
      ordinary character elsewhere. Events about devices and their twins exist in the cloud only.
      """,
    source: "\(RouteRuleSource.hub)/routing/RoutingMessageConverter.cs (GetMessageSource)",
    examples: {
      [
        .flags(.route, "FROM ⟦/messages/modules/*/outputs⟧ INTO $upstream"),
        .flags(.route, "FROM ⟦/messages/modules/*/outputs/out⟧ INTO $upstream"),
        .flags(.route, "FROM ⟦/deviceLifecycleEvents⟧ INTO $upstream"),
        .flags(.route, "FROM ⟦/messages/devices/leaf⟧ INTO $upstream"),
        .flags(.route, "FROM ⟦/twinChangeNotifications/modules/sensor⟧ INTO $upstream"),
        .flags(.route, "FROM ⟦/modules/sensor⟧ INTO $upstream"),
        .flags(.route, "FROM ⟦/messages/modules/sensor/outputs/a/b⟧ INTO $upstream"),
        .flags(.route, "FROM ⟦/messages/events⟧ INTO $upstream"),
        .passes(.route, "FROM /MESSAGES/modules/* INTO $upstream"),
        .passes(.route, "FROM /twinChangeNotifications/* INTO $upstream"),
        .passes(.route, "FROM /* INTO $upstream"),
      ]
    },
    check: .route { route, context in
      guard let source = route.parsed()?.source, case .never(let reason) = source.scope else {
        return
      }
      let (message, help) = explain(reason)
      context.report(message, at: source.range, of: route, help: help)
    })

  private static func explain(_ reason: RouteSource.Reason) -> (message: String, help: String) {
    switch reason {
    case .wildcardInside:
      (
        "'*' is a wildcard only at the end of a source, so this matches nothing",
        "write /messages/modules/* for all modules, or one route for each"
      )
    case .cloudOnly:
      (
        "such events exist in the cloud only, so this matches nothing",
        "route them in IoT Hub"
      )
    case .perDevice:
      (
        "the source of a message does not name its device, so this matches nothing",
        "write FROM /messages/* WHERE $connectionDeviceId = '…'"
      )
    case .perModuleTwinChanges:
      (
        "twin changes do not say whose they are in their source, so this matches nothing",
        "write FROM /twinChangeNotifications/*"
      )
    case .messagesMissing:
      (
        "'/messages' is missing at the beginning, so this matches nothing",
        "write /messages/modules/…"
      )
    case .beyondOutput:
      (
        "the name of an output has no slash, so this matches nothing",
        "end the source after the output"
      )
    case .unknown:
      (
        "no message has this source",
        "use /messages/*, /messages/modules/NAME/outputs/OUTPUT or /twinChangeNotifications/*"
      )
    }
  }

  static let routeSourceGlob = Rule(
    "route-source-glob", .warning, "wildcard for a part of a name",
    explanation: """
      A `*` at the end of a source is dropped, and what is left is compared with whole segments: \
      /messages/modules/t* means the module `t` and no other.
      """,
    source: "\(RouteRuleSource.routing)/messageSources/CustomMessageSource.cs (Create)",
    examples: {
      [
        .flags(.route, "FROM /messages/modules/⟦sens*⟧ INTO $upstream"),
        .flags(.route, "FROM /messages/modules/sensor/outputs/⟦temp*⟧ INTO $upstream"),
        .passes(.route, "FROM /messages/modules/sensor/* INTO $upstream"),
      ]
    },
    check: .route { route, context in
      guard let source = route.parsed()?.source, let item = source.partialGlob else { return }
      if case .never = source.scope { return }
      let name = item.text.prefix { $0 != "*" }
      context.report(
        "'\(item.text)' means '\(name)' and nothing else", at: item.range, of: route,
        help: "write the whole name; there are no wildcards for a part of one")
    })

  static let routeSourceUnnamedOutput = Rule(
    "route-source-unnamed-output", .info, "source that leaves out messages without an output",
    explanation: """
      /messages/modules/NAME/outputs/* matches what the module sends to a named output. Messages that \
      it sends without one have the source /messages/modules/NAME and are not routed by it.
      """,
    source: "Azure/iotedge#5345",
    examples: {
      [
        .flags(.route, "FROM /messages/modules/sensor/⟦outputs/*⟧ INTO $upstream"),
        .flags(.route, "FROM /messages/modules/sensor/⟦outputs⟧ INTO $upstream"),
        .passes(.route, "FROM /messages/modules/sensor/outputs/temp INTO $upstream"),
        .passes(.route, "FROM /messages/modules/sensor/* INTO $upstream"),
        .passes(.route, "FROM /messages/modules/sensr/outputs/* INTO $upstream"),
      ]
    },
    check: .manifest { manifest, context in
      let known = manifest.reachableModules(in: context.project)
      for route in manifest.routes {
        guard let source = route.parsed()?.source,
          case .namedOutputs(let module) = source.scope, source.items.count > 3
        else { continue }
        // A module that is not deployed sends nothing, which is said already.
        if let known, let named = route.reading.named?.source.scope.module,
          !known.lowercased.contains(named.lowercased()), !ForeignPlaceholder.begins(module)
        {
          continue
        }
        context.report(
          "messages that '\(module)' sends without an output name are left out",
          at: source.items[3].range.lowerBound..<source.range.upperBound, of: route,
          help: "write /messages/modules/\(module)/* for all of its messages")
      }
    })
}
