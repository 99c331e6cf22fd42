internal import ArgumentParser
internal import EdgeConvert
internal import EdgeSyntax
internal import SystemPackage

/// What becomes of parts of a pod that a device has no exact counterpart for.
struct PodMappingOptions: ParsableArguments {
  @Flag(
    name: .customLong("all-workloads"),
    help: "Convert workloads without edge annotations, too; implies --allow-loss")
  var includesAllWorkloads = false

  @Flag(
    name: .customLong("allow-loss"),
    help: "Leave out with a warning what a manifest cannot say, instead of stopping")
  var allowsLoss = false

  @Option(
    name: .customLong("init-containers"),
    help: ArgumentHelp(
      "What init containers become: error, unless given, or modules that start earlier",
      valueName: "policy"),
    completion: InitContainerPolicy.completion)
  var initContainers: String?

  @Flag(
    name: .customLong("share-pid"),
    help: "Let modules of a pod that shares its processes join the first one's")
  var sharesProcesses = false

  @Flag(
    name: .customLong("readiness-as-health"),
    help: "Use the readiness probe as health check where there is no liveness probe")
  var usesReadinessAsHealth = false

  @Option(
    name: .customLong("http-probe"),
    help: ArgumentHelp(
      "How probes over the network are made: none, unless given, or with curl and nc in the image",
      valueName: "tool"),
    completion: ProbeTool.completion)
  var probeTool: String?

  @Flag(name: .customLong("no-swap"), help: "Give modules with a memory limit no swap")
  var forbidsSwap = false

  @Option(
    name: .customLong("empty-dir"),
    help: ArgumentHelp(
      "What an emptyDir becomes: a named volume, unless given, or an anonymous one",
      valueName: "form"),
    completion: EmptyDirForm.completion)
  var emptyDir: String?

  @Option(
    name: .customLong("seccomp-dir"),
    help: ArgumentHelp(
      "The folder with the seccomp profiles that pods name by their paths", valueName: "folder"),
    completion: .directory)
  var seccompFolder: String?

  @Option(
    name: .customLong("config-volumes"),
    help: ArgumentHelp(
      "Write the files of ConfigMap and Secret volumes into a folder, which modules bind",
      valueName: "folder"),
    completion: .directory)
  var configVolumes: String?

  @Option(
    name: .customLong("config-volumes-path"),
    help: ArgumentHelp(
      "Where devices have the folder of --config-volumes, the same path unless given",
      valueName: "path"))
  var configVolumesPath: String?

  /// The same options for ``PlainCommandLine``.
  static var slots: [ArgumentSlot<PodMappingOptions>] {
    [
      .flag("--all-workloads") { $0.includesAllWorkloads = $1 },
      .flag("--allow-loss") { $0.allowsLoss = $1 },
      .option("--init-containers") { $0.initContainers = $1 },
      .flag("--share-pid") { $0.sharesProcesses = $1 },
      .flag("--readiness-as-health") { $0.usesReadinessAsHealth = $1 },
      .option("--http-probe") { $0.probeTool = $1 },
      .flag("--no-swap") { $0.forbidsSwap = $1 },
      .option("--empty-dir") { $0.emptyDir = $1 },
      .option("--seccomp-dir") { $0.seccompFolder = $1 },
      .option("--config-volumes") { $0.configVolumes = $1 },
      .option("--config-volumes-path") { $0.configVolumesPath = $1 },
    ]
  }

  /// The options in the form that the conversion takes.
  func podOptions() throws -> PodOptions {
    var options = PodOptions()
    options.includesAllWorkloads = includesAllWorkloads
    options.allowsLoss = allowsLoss
    options.convertsInitContainers =
      try initContainers.map { try InitContainerPolicy($0, of: "--init-containers") } == .module
    options.sharesProcesses = sharesProcesses
    options.usesReadinessAsHealth = usesReadinessAsHealth
    options.probesWithTools = try probeTool.map { try ProbeTool($0, of: "--http-probe") } == .curl
    options.forbidsSwap = forbidsSwap
    options.usesAnonymousVolumes =
      try emptyDir.map { try EmptyDirForm($0, of: "--empty-dir") } == .anonymous
    options.configVolumes = try deviceFolder()
    if let seccompFolder {
      options.seccompProfiles = try Self.profiles(in: FilePath(seccompFolder))
    }
    return options
  }

  /// The folder that the files of volumes are written into; nil for none.
  var fileFolder: OutputFolder? { configVolumes.map { OutputFolder(FilePath($0)) } }

  /// The folder on devices that the files of volumes are copied to, an absolute path; nil for none.
  private func deviceFolder() throws(UsageError) -> String? {
    guard let configVolumes else {
      guard configVolumesPath == nil else {
        throw UsageError(
          "--config-volumes-path says where devices have a folder, and none is written",
          advice: "add --config-volumes FOLDER, or leave it out")
      }
      return nil
    }
    let path = configVolumesPath ?? configVolumes
    guard path.utf8.first == UInt8(ascii: "/") else {
      throw UsageError(
        "'\(path)' is no absolute path, and modules bind the files from one",
        advice: configVolumesPath == nil
          ? "add --config-volumes-path /PATH, where devices will have the folder"
          : "write --config-volumes-path /PATH")
    }
    return path
  }

  /// The texts of the files below a folder, by their paths in it.
  private static func profiles(in folder: FilePath) throws -> [String: String] {
    var profiles: [String: String] = [:]
    var waiting: [(path: FilePath, name: String)] = [(folder, "")]
    while let (path, name) = waiting.popLast() {
      for entry in try DirectoryListing.entries(of: path, name: InputName.displayName(of: path)) {
        let child = path.appending(entry.component)
        let childName = name.isEmpty ? entry.name : "\(name)/\(entry.name)"
        guard let stat = try? Stat(child) else { continue }
        if stat.type == .directory {
          waiting.append((child, childName))
        } else if stat.type == .regular {
          let file = InputFile(name: InputName.displayName(of: child), path: child)
          profiles[childName] = String(decoding: try FileInput.read(file), as: UTF8.self)
        }
      }
    }
    return profiles
  }
}

/// What becomes of init containers.
enum InitContainerPolicy: String, Choice {
  case error, module
}

/// What probes over the network are made with.
enum ProbeTool: String, Choice {
  case none, curl
}

/// What an emptyDir becomes.
enum EmptyDirForm: String, Choice {
  case named, anonymous
}
