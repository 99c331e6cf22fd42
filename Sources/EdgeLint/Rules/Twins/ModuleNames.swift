internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let moduleNameReserved = Rule(
    .moduleNameReserved,
    examples: {
      [
        .flags(.agent, #"{"modules": {⟦"edgeHub"⟧: {}}}"#),
        .flags(.agent, #"{"modules": {⟦"EdgeAgent"⟧: {}}}"#),
        .flags(.agent, #"{"modules": {⟦"$edgeHub"⟧: {}, ⟦"$mine"⟧: {}}}"#),
        .passes(.agent, #"{"systemModules": {"edgeHub": {}}, "modules": {"edgeHub2": {}}}"#),
        .passes(.agent, #"{"modules": {"${NAME}": {}}}"#),
      ]
    },
    check: .module { module, context in
      // Names of containers have been judged while they were read.
      guard module.manifest.document != nil, let name = module.judgedName else { return }
      if name.hasPrefix("$") {
        context.report(
          "module name '\(name)' begins with '$'", at: module.place,
          help: "names with '$' belong to the runtime; give the module another name")
      } else if let reserved = ["edgeAgent", "edgeHub"].first(where: {
        $0.lowercased() == name.lowercased()
      }) {
        context.report(
          name == reserved
            ? "module '\(name)' has the name of a system module"
            : "module '\(name)' has nearly the name of '\(reserved)'",
          at: module.place, severity: name == reserved ? .error : .warning,
          help: name == reserved
            ? "move it to systemModules, or give it another name" : "give it another name")
      }
    })

  static let moduleNameChars = Rule(
    "module-name-chars", .error, "module name with a character that somebody refuses",
    explanation: """
      The name of a module is a key of a twin, an identity, a container and a host name at once. \
      Letters, digits, `-` and `_` are what all of them take.
      """,
    source: """
      Azure/azure-iot-cli-extension azext_iot/assets/azure-iot-edgeagent-deployment-1.1.json; \
      MicrosoftDocs/azure-docs#37648
      """,
    examples: {
      [
        .flags(.agent, #"{"modules": {⟦"my.mod"⟧: {}}}"#),
        .flags(.agent, #"{"modules": {⟦"my mod"⟧: {}, ⟦"größe"⟧: {}, ⟦""⟧: {}}}"#),
        .passes(.agent, #"{"modules": {"My_mod-2": {}, "${NAME}": {}, "$own": {}}}"#),
        .passes(
          .manifest, #"{"modulesContent": {"$edgeAgent": {"properties.desired.modules.a-b": {}}}}"#),
      ]
    },
    check: .module { module, context in
      guard let name = module.judgedName, !name.hasPrefix("$"), !name.isPlainName else { return }
      context.report(
        name.isEmpty
          ? "the name of a module is empty"
          : "module name '\(name)' has a character that the hub or Docker refuses",
        at: module.place, help: "use letters, digits, '-' and '_'")
    })

  static let moduleNameContainer = Rule(
    "module-name-container", .error, "module name that no container can have",
    explanation: """
      The container of a module has its name. Docker wants at least two characters, the first of them \
      a letter or a digit; otherwise the module is never created.
      """,
    source: "moby/moby daemon/names/names.go (RestrictedNamePattern)",
    examples: {
      [
        .flags(.agent, #"{"modules": {⟦"_a"⟧: {}, ⟦"x"⟧: {}, ⟦"-b"⟧: {}}}"#),
        .passes(.agent, #"{"modules": {"a_": {}, "2x": {}}}"#),
        // Scripts replace such names.
        .passes(
          .file("deployment.template.json"),
          #"{"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"__NAME": {}, "%MODULE%": {}}}}}}"#
        ),
      ]
    },
    check: .module { module, context in
      guard let name = module.judgedName, let first = name.utf8.first, name.isPlainName else {
        return
      }
      if first == UInt8(ascii: "-") || first == UInt8(ascii: "_") {
        context.report(
          "module name '\(name)' begins with '\(name.prefix(1))'", at: module.place,
          help: "begin it with a letter or a digit; Docker refuses the container otherwise")
      } else if name.utf8.count == 1 {
        context.report(
          "module name '\(name)' has one character", at: module.place,
          help: "use two or more; Docker refuses the container otherwise")
      }
    })

  static let moduleNameLength = Rule(
    "module-name-length", .error, "module name of more than 128 characters",
    explanation: "IoT Hub takes module identities of up to 128 characters. Shorten the name.",
    source: "MicrosoftDocs/azure-docs articles/iot-hub/iot-hub-devguide-module-twins.md",
    examples: {
      [
        .flags(.agent, "{\"modules\": {⟦\"\(String(repeating: "m", count: 129))\"⟧: {}}}"),
        .passes(.agent, "{\"modules\": {\"\(String(repeating: "m", count: 128))\": {}}}"),
      ]
    },
    check: .module { module, context in
      guard let name = module.judgedName, name.utf8.count > 128 else { return }
      let count = name.unicodeScalars.count
      guard count > 128 else { return }
      context.report(
        "a module name has \(count) characters, more than 128", at: module.place,
        help: "shorten it")
    })

  static let moduleNameCaseClash = Rule(
    "module-name-case-clash", .warning, "two module names that differ in letter case alone",
    explanation: """
      IoT Hub and the sinks of routes tell such names apart, the sources of routes and the names of \
      hosts on the device's network do not. Give one of the modules another name.
      """,
    source: "\(RouteRuleSource.routing)/messageSources/BaseMessageSource.cs (Match)",
    examples: {
      [
        .flags(.agent, #"{"modules": {"Cam": {}, ⟦"cam"⟧: {}}}"#),
        .passes(.agent, #"{"modules": {"cam": {}, "cam2": {}}}"#),
      ]
    },
    check: .manifest { manifest, context in
      var first: [String: Module] = [:]
      for module in manifest.agent.modules {
        let name = module.name.value
        guard let other = first[name.lowercased()] else {
          first[name.lowercased()] = module
          continue
        }
        // The same name twice is a key that is given twice.
        guard other.name.value != name else { continue }
        context.report(
          "modules '\(other.name.value)' and '\(name)' differ in letter case alone",
          at: module.name.node ?? manifest.place,
          labels: other.name.range.map { [.init("the other is here", at: $0)] } ?? [],
          help: "give one of them another name")
      }
    })

  static let moduleCount = Rule(
    "module-count", .error, "more modules than a deployment may have",
    explanation: """
      A deployment has up to 50 modules. Whether the agent and the hub count is unconfirmed. Split \
      the modules over several devices.
      """,
    source: "MicrosoftDocs/azure-docs articles/iot-hub/iot-hub-devguide-quotas-throttling.md",
    examples: {
      func modules(_ count: Int, marking marked: Int) -> String {
        let all = (1...count).map { $0 == marked ? "⟦\"m\($0)\"⟧: {}" : "\"m\($0)\": {}" }
        return "{\"modules\": {\(all.joined(separator: ", "))}}"
      }
      return [
        .flags(.agent, modules(51, marking: 51)), .flags(.agent, modules(41, marking: 41)),
        .passes(.agent, modules(40, marking: 0)),
      ]
    },
    check: .manifest { manifest, context in
      let modules = manifest.agent.modules
      let isOver = modules.count > 50
      guard modules.count > 40 else { return }
      context.report(
        isOver
          ? "\(modules.count) modules are more than the 50 that a deployment may have"
          : "\(modules.count) modules are nearly the 50 that a deployment may have",
        at: modules[isOver ? 50 : 40].name.node ?? manifest.place,
        severity: isOver ? .error : .info,
        help: "split the modules over several devices")
    })
}

extension ModuleSubject {
  /// The name of a user module, unless it is still to be filled in.
  fileprivate var judgedName: String? {
    guard !isSystemModule, module.name.node?.hasPlaceholder != true else { return nil }
    return manifest.isTemplate && !name.hasPrefix("$") && ForeignPlaceholder.begins(name)
      ? nil : name
  }
}

extension String {
  /// Whether it consists of letters, digits, `-` and `_`, and is not empty.
  fileprivate var isPlainName: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
      }
  }
}
