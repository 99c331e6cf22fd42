internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let ulimitFormat = Rule(
    "ulimit-format", .error, "ulimit that is not an object",
    explanation: """
      The short form nofile=1024:2048 is one of Docker's command line. The API, and so createOptions, \
      take an object with 'Name', 'Soft' and 'Hard'. The agent refuses the whole deployment otherwise.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/HostConfig.cs
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"Ulimits": [⟦"nofile=1024"⟧]}}"#,
          fixed: #"{"HostConfig": {"Ulimits": [{"Name": "nofile", "Soft": 1024, "Hard": 1024}]}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"Ulimits": [⟦"core=0:-1"⟧, ⟦null⟧]}}"#,
          fixed: #"{"HostConfig": {"Ulimits": [{"Name": "core", "Soft": 0, "Hard": -1}, null]}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"Ulimits": [{"Name": "nofile", "Soft": 1024, "Hard": 2048}]}}"#),
      ]
    },
    check: .createOption(["HostConfig.Ulimits"]) { member, subject, context in
      for entry in member.value.elements where !entry.isMapping && !subject.isOpen(entry) {
        let object =
          entry.isString && entry.tree.schema == .json ? ulimitObject(of: entry.text) : nil
        context.report(
          "a ulimit must be an object with 'Name', 'Soft' and 'Hard'", at: entry,
          help: object.map { "write \($0)" }
            ?? #"write {"Name": "nofile", "Soft": 1024, "Hard": 2048}"#,
          fix: object.map { Fix("write an object", edits: [Fix.Edit(entry.range, $0)]) })
      }
    })

  /// The object that the short form stands for.
  private static func ulimitObject(of text: String) -> String? {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2, ulimitNames.contains(String(sides[0])) else { return nil }
    let limits = sides[1].split(separator: ":", omittingEmptySubsequences: false)
    guard let soft = limits.first.flatMap({ Int64($0) }), limits.count <= 2,
      let hard = limits.last.flatMap({ Int64($0) })
    else { return nil }
    return #"{"Name": "\#(sides[0])", "Soft": \#(soft), "Hard": \#(hard)}"#
  }

  static let ulimitUnknown = Rule(
    "ulimit-unknown", .error, "ulimit that does not exist",
    explanation: """
      Docker knows fifteen resources that can be limited for processes, under the names of setrlimit in \
      lower case. With another one the module does not start.
      """,
    source: "docker/go-units ulimit.go (ulimitNameMapping)",
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"Ulimits": [{"Name": ⟦"files"⟧, "Soft": 1, "Hard": 1}]}}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"Ulimits": [{"Name": ⟦"nofiles"⟧, "Soft": 1, "Hard": 1}]}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"Ulimits": [{"Name": "memlock", "Soft": -1, "Hard": -1}]}}"#),
        // Docker itself puts the name into upper case.
        .passes(
          .createOptions,
          #"{"HostConfig": {"Ulimits": [{"Name": "NOFILE", "Soft": 1, "Hard": 1}]}}"#),
      ]
    },
    check: .createOption(["HostConfig.Ulimits"]) { member, subject, context in
      for ulimit in member.value.elements {
        guard let name = ulimit.member(inAnyCase: "name")?.value, name.isString,
          !ulimitNames.contains(name.text.lowercased()), !subject.isOpen(name)
        else { continue }
        context.report(
          "unknown ulimit '\(name.text)'", at: name,
          help: Suggestion.question(for: name.text, among: ulimitNames)
            ?? "use one of \(ulimitNames.joined(separator: ", "))")
      }
    })

  static let ulimitSoftAboveHard = Rule(
    "ulimit-soft-above-hard", .error, "soft limit above the hard limit",
    explanation: """
      A process may raise its soft limit up to the hard one, so the soft one cannot be above it; -1 means \
      unlimited. The module does not start otherwise.
      """,
    source: "docker/go-units ulimit.go (ParseUlimit)",
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"Ulimits": [{"Name": "nofile", "Soft": ⟦9⟧, "Hard": 1}]}}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"Ulimits": [{"Name": "nofile", "Soft": ⟦-1⟧, "Hard": 1024}]}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"Ulimits": [{"Name": "nofile", "Soft": 9, "Hard": -1}]}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"Ulimits": [{"Name": "nofile", "Soft": 9, "Hard": 9}]}}"#),
      ]
    },
    check: .createOption(["HostConfig.Ulimits"]) { member, _, context in
      for ulimit in member.value.elements {
        guard let soft = ulimit.member(inAnyCase: "soft")?.value, let limit = soft.amount,
          let hard = ulimit.member(inAnyCase: "hard")?.value, let bound = hard.amount,
          bound != -1, limit == -1 || limit > bound
        else { continue }
        context.report(
          "the soft limit \(limit == -1 ? "-1, unlimited," : "\(limit)") is above the hard limit \(bound)",
          at: soft, labels: [.init("the hard limit", at: hard.range)],
          help: "write a soft limit of at most \(bound)")
      }
    })

  private static let ulimitNames = CreateOptionsObject.ulimit["Name"]?.values ?? []
}
