internal import ArgumentParser
internal import EdgeDiagnostics
internal import EdgeSyntax

/// The declarations of a command as the argument parser sees them.
struct CommandInfo {
  var name: String
  var arguments: [ArgumentInfo]
  var subcommands: [CommandInfo]

  /// Asks the parser for a command's declarations; done only for help, manual and error messages.
  init(_ command: any EdgekitCommand.Type) {
    let bytes = Array(command._dumpHelp().utf8)
    let sources = SourceManager()
    let id = sources.add(name: "declarations", bytes: bytes)
    var sink = DiagnosticSink()
    guard let root = JSONReader(source: id, bytes: bytes).read(reporting: &sink)?.roots.first,
      let command = root["command"]
    else { preconditionFailure("the argument parser's description of a command is not JSON") }
    self.init(command)
  }

  private init(_ node: SyntaxNode) {
    name = node["commandName"]?.text ?? ""
    arguments = node["arguments"]?.elements.map { ArgumentInfo($0) } ?? []
    subcommands = node["subcommands"]?.elements.map { CommandInfo($0) } ?? []
  }

  /// The options and flags, positional arguments left out.
  var options: [ArgumentInfo] { arguments.filter { $0.kind != .positional } }

  /// What the usage line calls the inputs.
  var positionals: [ArgumentInfo] { arguments.filter { $0.kind == .positional } }
}
