internal import SystemPackage

/// Where the product of a command goes.
enum OutputTarget {
  case standardOutput
  case file(FilePath)
  case folder(OutputFolder)

  /// Words that are formats in other tools' `-o`; a file of such a name needs a slash or a dot.
  ///
  /// A list, because making a set takes longer than looking through it once.
  private static let formatNames = [
    "az-cli", "azure", "checkstyle", "dot", "github", "gitlab", "go-template", "json", "jsonpath",
    "junit", "markdown", "mermaid", "name", "pretty", "sarif", "table", "text", "tsv", "wide",
    "yaml", "yml",
  ]

  /// - Parameters:
  ///   - output: The value of `--output`; nil when it was not given.
  ///   - formats: The values of the command's `--format`; empty when it has none.
  init(_ output: String?, formats: [String]) throws(UsageError) {
    guard let output, output != "-" else {
      self = .standardOutput
      return
    }
    guard !output.isEmpty else {
      throw UsageError("-o takes a file, but the value is empty", advice: "write -o PATH")
    }
    guard !Self.formatNames.contains(output) else {
      throw Self.looksLikeFormat(output, formats: formats)
    }
    self =
      OutputFolder.isMeant(by: output)
      ? .folder(OutputFolder(FilePath(output))) : .file(FilePath(output))
  }

  /// What is there already; nil when nothing is.
  var identity: FileIdentity? {
    switch self {
    case .standardOutput: nil
    case .file(let path): (try? Stat(path)).map { FileIdentity($0) }
    case .folder(let folder): (try? Stat(folder.path)).map { FileIdentity($0) }
    }
  }

  private static func looksLikeFormat(_ output: String, formats: [String]) -> UsageError {
    let file = "for a file of that name write -o ./\(output)"
    return UsageError(
      "-o takes a file, and '\(output)' looks like a format",
      advice: formats.contains(output)
        ? "did you mean --format \(output)? For" + file.dropFirst(3) : file)
  }
}
