internal import ArgumentParser
internal import SystemPackage

/// Prints what git compares in the place of a file.
struct GitTextconvCommand: EdgekitCommand {
  static let name = "git textconv"
  static let summary = "print a file as git is to compare it"
  static var documentation: CommandDocumentation {
    CommandDocumentation(
      synopsis: "[options] FILE",
      description: [
        "Prints the deployments of a file in the expanded form, as 'edgekit show' does, for git's textconv: key order, layout and the chunks of createOptions make no difference then. A file that has no deployment or cannot be read is printed as it is, with exit status 0, so that git never fails.",
        "What is in the file beside the deployments follows them as it is written. What a device never gets, for example the number of replicas, is not in the expanded form; 'git diff --no-textconv' shows it.",
        "Secrets are hidden. Of a file in which only a secret changed, git shows the head of the difference and nothing below: whatever changed with the secret in a text made from one version alone would let a guess be checked. 'edgekit git diff' sees both versions and says that it changed.",
      ],
      examples: [
        CommandExample(
          purpose: "What git runs for a file with the attribute diff=edgekit",
          command: "edgekit git textconv deployment.json"),
        CommandExample(
          purpose: "Tell git about it",
          command: "git config diff.edgekit.textconv 'edgekit git textconv'"),
      ],
      commonOptions: ["output"])
  }

  @Argument(
    help: ArgumentHelp("A file; - is standard input", valueName: "file"), completion: .file())
  var files: [String] = []

  @OptionGroup(title: "Options of every command") var shared: SharedOptions

  static var slots: [ArgumentSlot<GitTextconvCommand>] {
    [.list { $0.files = $1 }]
      + SharedOptions.slots.map { slot in slot.lifted { slot.set(&$0.shared, $1) } }
  }

  mutating func prepareGroups() {
    shared = SharedOptions()
  }

  func perform() throws -> ExitStatus {
    let target = try OutputTarget(shared.output, formats: [])
    guard files.count == 1, let file = files.first else {
      throw UsageError(
        files.isEmpty ? "missing FILE" : "git textconv takes one file",
        advice: "for example edgekit git textconv deployment.json")
    }
    let input =
      file == "-"
      ? InputFile(name: InputName.standardInput)
      : InputFile(name: InputName.displayName(of: FilePath(file)), path: FilePath(file))
    let conversion = TextConversion(try FileInput.read(input), name: input.name)
    return try ProductWriter(target: target, console: try shared.console())
      .write(conversion.text, name: "deployment.json")
  }
}
