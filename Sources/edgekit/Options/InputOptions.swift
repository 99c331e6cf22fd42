internal import ArgumentParser
internal import EdgeDiagnostics
internal import SystemPackage

/// Which files are read.
struct InputOptions: ParsableArguments {
  @Option(
    name: [.customShort("f"), .customLong("filename")],
    help: ArgumentHelp("The same as naming the input; may be repeated", valueName: "input"),
    completion: .file(extensions: ["yaml", "yml", "json", "jsonc"]))
  var filenames: [String] = []

  @Flag(
    name: [.customShort("R"), .customLong("recursive")],
    help: "Read the folders inside folders too, which is the default")
  var isRecursive = false

  @Flag(
    name: .customLong("no-recursive"), help: "Read only the files that lie directly in a folder")
  var isShallow = false

  @Option(
    name: .customLong("files-from"),
    help: ArgumentHelp(
      "Read input names from a file, one a line; - is standard input",
      valueName: "file"),
    completion: .file())
  var filesFrom: String?

  @Flag(
    name: [.customShort("0"), .customLong("null")],
    help: "Names in --files-from end with a zero byte instead of a line end")
  var isNullSeparated = false

  @Option(
    name: .customLong("exclude"),
    help: ArgumentHelp(
      "Leave out files found below a folder or by a pattern; may be repeated", valueName: "glob"))
  var exclusions: [String] = []

  @Flag(name: .customLong("force-exclude"), help: "Apply --exclude to named files too")
  var excludesNamedFiles = false

  @Option(
    name: .customLong("stdin-filename"),
    help: ArgumentHelp("What standard input is called in messages", valueName: "path"))
  var stdinFilename: String?

  @Flag(name: .customLong("allow-empty"), help: "Exit 0 when there is no deployment")
  var mayBeEmpty = false

  /// The same options for ``PlainCommandLine``.
  static var slots: [ArgumentSlot<InputOptions>] {
    [
      .list("-f", "--filename") { $0.filenames = $1 },
      .flag("-R", "--recursive") { $0.isRecursive = $1 },
      .flag("--no-recursive") { $0.isShallow = $1 },
      .option("--files-from") { $0.filesFrom = $1 },
      .flag("-0", "--null") { $0.isNullSeparated = $1 },
      .list("--exclude") { $0.exclusions = $1 },
      .flag("--force-exclude") { $0.excludesNamedFiles = $1 },
      .option("--stdin-filename") { $0.stdinFilename = $1 },
      .flag("--allow-empty") { $0.mayBeEmpty = $1 },
    ]
  }

  /// Whether any input was named, be it an empty list.
  func isGiven(_ inputs: [String]) -> Bool {
    !inputs.isEmpty || !filenames.isEmpty || filesFrom != nil
  }

  /// The files behind all names, positional ones first; what lies at the output is no input.
  ///
  /// - Parameter excluded: Patterns of what the configuration leaves out.
  func collect(
    _ inputs: [String], excluding excluded: [String] = [], writingTo output: FileIdentity?
  ) throws -> InputCollector {
    guard filesFrom != nil || !isNullSeparated else {
      throw UsageError("--null says how --files-from is read", advice: "add --files-from FILE")
    }
    guard !(isRecursive && isShallow) else {
      throw UsageError(
        "--recursive and --no-recursive contradict each other", advice: "leave one of them out")
    }
    var collector = InputCollector(
      policy: InputCollector.Policy(
        isRecursive: !isShallow, exclusions: (exclusions + excluded).map { Glob($0) },
        excludesNamedFiles: excludesNamedFiles,
        standardInputName: stdinFilename.map { InputName.displayName(of: FilePath($0)) }
          ?? InputName.standardInput, output: output))
    for name in inputs + filenames { collector.add(name) }
    if let filesFrom {
      for name in try listedNames(in: filesFrom, besides: inputs + filenames) {
        collector.add(name)
      }
    }
    return collector
  }

  private func listedNames(in list: String, besides inputs: [String]) throws -> [String] {
    guard list != "-" || !inputs.contains("-") else {
      throw UsageError(
        "standard input cannot be both an input and the list of inputs",
        advice: "write the list to a file and name it with --files-from")
    }
    let file =
      list == "-"
      ? InputFile(name: InputName.standardInput)
      : InputFile(name: InputName.displayName(of: FilePath(list)), path: FilePath(list))
    let bytes = try FileInput.read(file)
    let names = bytes.split(separator: isNullSeparated ? 0 : UInt8(ascii: "\n")).map { name in
      // A list made on Windows has CRLF line ends.
      !isNullSeparated && name.last == UInt8(ascii: "\r") ? name.dropLast() : name
    }
    return names.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }
}
