internal import ArgumentParser
internal import SystemPackage

/// Which files are read.
struct InputOptions: ParsableArguments {
  @Option(
    name: [.customShort("f"), .customLong("filename")],
    help: ArgumentHelp("The same as naming the input; may be repeated", valueName: "input"),
    completion: .file(extensions: ["yaml", "yml", "json", "jsonc"]))
  var filenames: [String] = []

  @Flag(
    name: [.customShort("R"), .customLong("recursive")], inversion: .prefixedNo,
    help: "Whether folders inside folders are read")
  var recursive = true

  @Option(
    help: ArgumentHelp(
      "Read input names from a file, one a line; - is standard input",
      valueName: "file"),
    completion: .file())
  var filesFrom: String?

  @Flag(
    name: [.customShort("0"), .customLong("null")],
    help: "Names in --files-from end with a zero byte instead of a line end")
  var null = false

  @Option(
    help: ArgumentHelp(
      "Leave out files found below a folder or by a pattern; may be repeated", valueName: "glob"))
  var exclude: [String] = []

  @Flag(help: "Apply --exclude to named files too")
  var forceExclude = false

  @Option(help: ArgumentHelp("What standard input is called in messages", valueName: "path"))
  var stdinFilename: String?

  @Flag(help: "Exit 0 when there is nothing to convert")
  var allowEmpty = false

  /// Whether any input was named, be it an empty list.
  func isGiven(_ inputs: [String]) -> Bool {
    !inputs.isEmpty || !filenames.isEmpty || filesFrom != nil
  }

  /// The files behind all names, positional ones first.
  func collect(_ inputs: [String]) throws -> InputCollector {
    guard filesFrom != nil || !null else {
      throw UsageError("--null says how --files-from is read", advice: "add --files-from FILE")
    }
    var collector = InputCollector(
      policy: InputCollector.Policy(
        isRecursive: recursive, exclusions: exclude.map { Glob($0) },
        excludesNamedFiles: forceExclude,
        standardInputName: stdinFilename ?? InputName.standardInput))
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
    let names = bytes.split(separator: null ? 0 : UInt8(ascii: "\n")).map { name in
      // A list made on Windows has CRLF line ends.
      !null && name.last == UInt8(ascii: "\r") ? name.dropLast() : name
    }
    return names.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }
}
