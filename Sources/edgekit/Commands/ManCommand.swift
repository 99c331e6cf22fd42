internal import ArgumentParser
internal import SystemPackage

/// Prints manual pages, made from the same declarations as the help.
struct ManCommand: EdgekitCommand {
  static let name = "man"
  static let summary = "print manual pages"
  static var documentation: CommandDocumentation {
    CommandDocumentation(
      synopsis: "[options] [COMMAND]",
      description: ["Prints the manual page of edgekit or of one command as roff text."],
      examples: [
        CommandExample(purpose: "Read a page", command: "edgekit man convert | man -l -"),
        CommandExample(
          purpose: "Write them all", command: "edgekit man --all -o man/",
          output: ["edgekit: wrote \(pageNames.count) pages to man/"]),
      ],
      commonOptions: ["all", "output"])
  }

  @Argument(
    help: ArgumentHelp("The command; without one, edgekit itself", valueName: "command"),
    completion: .list(CommandList.all.map { $0.pageName }))
  var command: String?

  @Flag(
    name: .customLong("all"), help: "Write every page into the folder that -o names")
  var wantsAll = false

  @OptionGroup(title: "Options of every command") var shared: SharedOptions

  func perform() throws -> ExitStatus {
    let target = try OutputTarget(shared.output, formats: [])
    let console = try shared.console()
    guard wantsAll else {
      return try ProductWriter(target: target, console: console)
        .write(try page(), name: ManPage.fileName(of: try wanted()))
    }
    guard command == nil else {
      throw UsageError("--all and a command contradict each other", advice: "leave one of them out")
    }
    guard case .folder(let folder) = target else {
      throw UsageError("--all needs a folder", advice: "add -o DIR/")
    }
    try folder.create()
    for (name, text) in Self.pages {
      try FileOutput().write(Array(text.utf8), to: folder.path.appending(name))
    }
    console.tell("wrote \(Words.count(Self.pages.count, "page")) to \(folder.name)/")
    return .done
  }

  private static var pageNames: [String] {
    [ManPage.fileName(of: nil)] + CommandList.all.map { ManPage.fileName(of: $0) }
      + [RuleManual.fileName, MappingManual.fileName]
  }

  /// Every page under its file name.
  static var pages: [(name: String, text: String)] {
    [(ManPage.fileName(of: nil), ManPage.overview())]
      + CommandList.all.map { (ManPage.fileName(of: $0), ManPage.page(of: $0)) }
      + [
        (RuleManual.fileName, RuleManual.page), (MappingManual.fileName, MappingManual.page),
      ]
  }

  private func wanted() throws(UsageError) -> (any EdgekitCommand.Type)? {
    guard let command else { return nil }
    guard let found = CommandList.all.first(where: { $0.pageName == command }) else {
      let names = CommandList.all.map { $0.pageName }
      throw UsageError.unknownValue(command, of: "COMMAND", among: names)
    }
    return found
  }

  private func page() throws(UsageError) -> String {
    try wanted().map { ManPage.page(of: $0) } ?? ManPage.overview()
  }
}
