internal import ArgumentParser
internal import EdgeDiff
internal import SystemPackage

/// Merges a manifest by meaning, as git's merge driver.
struct GitMergeCommand: EdgekitCommand {
  static let name = "git merge"
  static let summary = "merge two versions of a manifest by meaning"
  static var documentation: CommandDocumentation {
    CommandDocumentation(
      synopsis: "[options] BASE OURS THEIRS [MARKER-SIZE [PATH]]",
      description: [
        "Brings what THEIRS changed since BASE into OURS, and writes the result to the file OURS: git's merge driver, which git runs for merge, rebase, cherry-pick and stash. MARKER-SIZE is how long conflict markers are, 7 unless given, and PATH is what messages call the file.",
        "Manifests are compared by meaning: objects by key, lists of createOptions by what tells their entries apart (Env by variable, Binds and Mounts by the path in the container), all other lists as one thing. createOptions are opened, their pieces joined, merged inside, and written back as they were in OURS. The order of keys, layout, the spelling of numbers, and whether createOptions are a string, pieces or an object are no changes. What only one side changed is in the result; layout, order and comments of OURS stay.",
        "What both sides changed differently is a conflict, as is what one side removed and the other changed, and a module, route or credential that both added differently. It stands between conflict markers, around the lines of the smallest member, and each side of it is whole: whichever a person picks, the file is JSON.",
        "Where a side is no JSON, has a key twice, or is no deployment manifest, and where a comment would be lost, the file is merged line by line, as git does by itself; this is told. Kubernetes YAML is merged so, too.",
      ],
      examples: [
        CommandExample(
          purpose: "What git runs for a file with the attribute merge=edgekit",
          command: "edgekit git merge .merge_file_a .merge_file_b .merge_file_c 7 deployment.json"),
        CommandExample(
          purpose: "Look at a merge without changing a file",
          command: "edgekit git merge -o - base.json ours.json theirs.json"),
        CommandExample(
          purpose: "Tell git about it",
          command: "git config merge.edgekit.driver 'edgekit git merge %O %A %B %L %P'"),
      ],
      commonOptions: ["conflict-style", "output"],
      limits: [
        "Kubernetes YAML is not merged by meaning.",
        "A comment that only THEIRS changed comes along only inside a value that is new.",
      ])
  }

  @Argument(
    help: ArgumentHelp(
      "What both started from, our version, their version, the marker size and the name",
      valueName: "file"), completion: .file())
  var arguments: [String] = []

  @Option(
    name: .customLong("conflict-style"),
    help: ArgumentHelp(
      "Whether conflicts show the base, too: merge unless given, diff3 for all three",
      valueName: "style"),
    completion: ConflictStyle.completion)
  var style: String?

  @OptionGroup(title: "Options of every command") var shared: SharedOptions

  static var slots: [ArgumentSlot<GitMergeCommand>] {
    [
      .list { $0.arguments = $1 },
      .option("--conflict-style") { $0.style = $1 },
    ] + SharedOptions.slots.map { slot in slot.lifted { slot.set(&$0.shared, $1) } }
  }

  mutating func prepareGroups() {
    shared = SharedOptions()
  }

  func perform() throws -> ExitStatus {
    guard 3...5 ~= arguments.count else {
      throw UsageError(
        arguments.count > 5
          ? "git merge takes at most 5 arguments" : "missing BASE, OURS or THEIRS",
        advice: "git fills in: edgekit git merge %O %A %B %L %P")
    }
    let style = try style.map { try ConflictStyle($0, of: "--conflict-style") }
    let run = GitMergeRun(
      base: FilePath(arguments[0]), ours: FilePath(arguments[1]), theirs: FilePath(arguments[2]),
      markerSize: try markerSize(), name: arguments.count > 4 ? arguments[4] : arguments[1],
      style: style, console: try shared.console())
    let target = try shared.output.map { try OutputTarget($0, formats: []) }
    let status = try run.merge(to: target)
    return try shared.policy().neverFails && status == .findings ? .done : status
  }

  private func markerSize() throws(UsageError) -> Int {
    guard arguments.count > 3 else { return 7 }
    guard let size = Int(arguments[3]), 1...1000 ~= size else {
      throw UsageError(
        "'\(arguments[3])' is no size of conflict markers", advice: "write a number such as 7")
    }
    return size
  }
}

/// What stands between conflict markers; the words are git's.
enum ConflictStyle: String, Choice {
  case merge, diff3
}
