internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let envNotArray = Rule(
    "env-not-array", .error, "'Env' that is not a list",
    explanation: """
      'Env' is a list of texts, NAME=value. With an object or a text in its place the agent refuses the \
      whole deployment, not just the module.
      """,
    source: """
      Azure/iotedge \
      edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/CreateContainerParameters.cs
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"Env": ⟦{"A": "1", "B": 2}⟧}"#, fixed: #"{"Env": ["A=1", "B=2"]}"#),
        .flags(.createOptions, #"{"Env": ⟦"A=1"⟧}"#, fixed: #"{"Env": ["A=1"]}"#),
        .flags(.createOptions, #"{"env": ⟦{"A": {"value": "1"}}⟧}"#),
        .passes(.createOptions, #"{"Env": ["A=1"]}"#),
        .passes(.createOptions, #"{"Env": []}"#),
        .passes(.createOptions, #"{"Env": "${VARIABLES}"}"#),
      ]
    },
    check: .createOption(["Env"]) { member, subject, context in
      let value = member.value
      guard !value.isSequence, !value.isNull, !subject.isOpen(value) else { return }
      var entries: [String]?
      if value.isMapping, value.members.allSatisfy({ !$0.value.isMapping && !$0.value.isSequence })
      {
        entries = value.members.map { $0.key.text + "=" + ($0.value.isNull ? "" : $0.value.text) }
      } else if value.isString, value.utf8.contains(UInt8(ascii: "=")) {
        entries = [value.text]
      }
      let list = entries.map { "[" + $0.map(JSONText.literal).joined(separator: ", ") + "]" }
      context.report(
        "'\(member.key.text)' must be a list of texts", at: value,
        help: #"write a list such as ["NAME=value"]"#,
        fix: list.flatMap { text in
          value.tree.schema == .json
            ? Fix("write a list", edits: [Fix.Edit(value.range, text)]) : nil
        })
    })

  static let envEntryFormat = Rule(
    "env-entry-format", .warning, "variable without a value in 'Env'",
    explanation: """
      Docker removes a variable of the image whose name stands alone, but in a module the daemon puts a '=' \
      behind it: the variable is there, and empty. Write NAME= if that is meant, or the value.
      """,
    source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (merge_env)",
    examples: {
      [
        .flags(.createOptions, #"{"Env": [⟦"DEBUG"⟧, "A=1"]}"#),
        .passes(.createOptions, #"{"Env": ["DEBUG=", "A=1=2"]}"#),
        .passes(.createOptions, #"{"Env": ["${VARIABLE}"]}"#),
      ]
    },
    check: .createOption(["Env"]) { member, subject, context in
      for entry in EnvironmentEntry.all(in: member.value)
      where entry.value == nil && !entry.name.isEmpty && !subject.isOpen(entry.node) {
        // Anything else may be a secret at the wrong place.
        let isName = entry.name.utf8.allSatisfy(isNameByte)
        context.report(
          "variable \(isName ? "'\(entry.name)' " : "")without '=' is there, and empty",
          at: entry.node, help: "write NAME=value, or 'NAME=' for an empty one")
      }
    })

  static let envEmptyName = Rule(
    "env-empty-name", .error, "variable without a name in 'Env'",
    explanation: """
      An entry of 'Env' begins with the name of the variable. Docker refuses one that is empty or begins \
      with '=', so the module is not created.
      """,
    source: "moby/moby daemon/pkg/opts/env.go (ValidateEnv)",
    examples: {
      [
        .flags(.createOptions, #"{"Env": [⟦"=x"⟧, "A=1", ⟦""⟧]}"#),
        .passes(.createOptions, #"{"Env": ["A=1"]}"#),
      ]
    },
    check: .createOption(["Env"]) { member, _, context in
      for entry in EnvironmentEntry.all(in: member.value) where entry.name.isEmpty {
        context.report(
          "a variable has no name", at: entry.node, help: "write NAME=value, or remove the entry")
      }
    })

  static let envDuplicate = Rule(
    "env-duplicate", .warning, "variable that is set twice in 'Env'",
    explanation: """
      Of several entries with one name the last wins, and the others are lost. Keep the last, unless \
      another was meant.
      """,
    source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (merge_env)",
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"Env": [⟦"A=1"⟧, "B=1", "A=2"]}"#,
          fixed: #"{"Env": ["B=1", "A=2"]}"#),
        .flags(
          .createOptions, #"{"Env": [⟦"A=1"⟧, ⟦"A=2"⟧, "A=1"]}"#, fixed: #"{"Env": ["A=1"]}"#),
        .passes(.createOptions, #"{"Env": ["A=1", "a=2"]}"#),
      ]
    },
    check: .createOption(["Env"]) { member, subject, context in
      let entries = EnvironmentEntry.all(in: member.value)
      var winners: [String: SyntaxNode] = [:]
      for entry in entries.reversed() where !entry.name.isEmpty {
        guard let winner = winners.updateValue(entry.node, forKey: entry.name) else { continue }
        winners[entry.name] = winner
        guard entry.value != nil || !subject.isOpen(entry.node) else { continue }
        context.report(
          "variable '\(entry.name)' is set again, and this value is lost", at: entry.node,
          labels: [.init("the last one wins", at: winner.range)], help: "keep one of them",
          fix: Fix(
            "remove the value that is lost",
            edit: CollectionEditor(member.value, in: context.sources)?
              .removal(of: entry.node.range)))
      }
    })

  static let envVariableReference = Rule(
    "env-variable-reference", .warning, "variable in 'Env' that refers to another one",
    explanation: """
      Neither the runtime nor Docker puts the values of variables into others: the program gets $NAME, \
      $(NAME) or %NAME% as it is written. Write the value out, or let the program or its entry point do it.
      """,
    source: "Azure/iotedge issue 1756",
    examples: {
      [
        .flags(.module, moduleSample(#"\"P=⟦$HOME⟧/x\""#)),
        .flags(.module, moduleSample(#"\"P=x⟦$(Path)⟧\", \"Q=⟦%TEMP%⟧/y\""#)),
        .passes(.createOptions, #"{"Env": ["A=${HOME}", "B=5$", "C=$upstream", "D=100%A"]}"#),
        .passes(.createOptions, #"{"Env": ["DB_PASSWORD=Pa$SW0RD", "URL=a%C3%A9"]}"#),
        // In a template, tools put values in.
        .passes(
          .file("deployment.template.json"),
          #"{"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"a": {"settings": {"createOptions": {"Env": ["P=$HOME"]}}}}}}}}"#
        ),
      ]
    },
    check: .createOption(["Env"]) { member, subject, context in
      // Tools put values in there.
      guard !subject.manifest.isTemplate else { return }
      for entry in member.value.elements where entry.isString && !entry.hasPlaceholder {
        guard let place = VariableReference.first(in: entry) else { continue }
        context.report(
          "variable '\(EnvironmentEntry(entry).name)' gets this as it is, not the value of a variable",
          at: place, of: entry, help: "write the value out")
      }
    })

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
    default: false
    }
  }

  private static func moduleSample(_ entries: String) -> String {
    #"""
    {"type": "docker", "settings": {"image": "a:1", "createOptions": "{\"Env\": [\#(entries)]}"}}
    """#
  }
}

/// Finds what looks like the use of a variable.
private enum VariableReference {
  /// The bytes of the first one in the value of an entry; nil where there is none.
  static func first(in entry: SyntaxNode) -> Range<Int>? {
    let text = entry.utf8
    guard let separator = text.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    var rest = text[separator...].dropFirst()
    guard rest.contains(where: { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "%") }) else {
      return nil
    }
    // Passwords are full of such characters.
    let name = String(decoding: text[..<separator], as: UTF8.self).lowercased()
    let isSecret = ["password", "pwd", "secret", "token", "key", "connectionstring"]
      .contains { name.contains($0) }
    while let index = rest.firstIndex(where: {
      $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "%")
    }) {
      rest = rest[index...]
      if let end = end(of: rest, isSecret: isSecret) {
        return index - text.startIndex..<end - text.startIndex
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// Where the reference ends that some text begins with.
  private static func end(of text: ArraySlice<UInt8>, isSecret: Bool) -> Int? {
    let rest = text.dropFirst()
    if text.first == UInt8(ascii: "$"), rest.first == UInt8(ascii: "(") {
      let name = rest.dropFirst().prefix(while: isNameByte)
      guard isName(name), text[name.endIndex...].first == UInt8(ascii: ")") else { return nil }
      return name.endIndex + 1
    }
    guard !isSecret else { return nil }
    let name = rest.prefix(while: isNameByte)
    // Less could be part of anything: of a percent-encoded URL, for example.
    guard isName(name), name.count >= 3 else { return nil }
    if text.first == UInt8(ascii: "%") {
      return text[name.endIndex...].first == UInt8(ascii: "%") ? name.endIndex + 1 : nil
    }
    let isUpper = name.allSatisfy { !(0x61...0x7A).contains($0) }
    return isUpper ? name.endIndex : nil
  }

  private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
    name.first.map { !(0x30...0x39).contains($0) } ?? false
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
    default: false
    }
  }
}
