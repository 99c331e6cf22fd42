internal import ArgumentParser
internal import EdgeConvert

/// How Kubernetes objects are written.
struct KubernetesStyleOptions: ParsableArguments {
  @Option(
    name: .customLong("style"),
    help: ArgumentHelp(
      "Where createOptions go: into ConfigMaps, unless given, or as far as possible into fields",
      valueName: "style"),
    completion: KubernetesStyle.completion)
  var style: String?

  @Flag(
    name: .customLong("lossy"),
    help: "Use fields also for what they say less exactly, such as probes for health checks")
  var isLossy = false

  @Flag(
    name: .customLong("split"),
    help: "Write a Deployment for each module, so that fields of pods need not agree")
  var splitsModules = false

  @Option(
    name: .customLong("host-path-type"),
    help: ArgumentHelp(
      "What paths of the device are said to be: unset, unless given, or directories",
      valueName: "type"),
    completion: HostPathForm.completion)
  var hostPathType: String?

  @Option(
    name: .customLong("devices"),
    help: ArgumentHelp(
      "What devices become: they stay in ConfigMaps, unless given, or are mounted as paths",
      valueName: "form"),
    completion: DeviceForm.completion)
  var devices: String?

  @Flag(
    name: .customLong("emit-pvc"),
    help: "Write the PersistentVolumeClaims that stand for Docker volumes, too")
  var emitsClaims = false

  @Flag(
    name: .customLong("emit-services"), help: "Write a Service for each module with ports, too")
  var emitsServices = false

  /// The same options for ``PlainCommandLine``.
  static var slots: [ArgumentSlot<KubernetesStyleOptions>] {
    [
      .option("--style") { $0.style = $1 },
      .flag("--lossy") { $0.isLossy = $1 },
      .flag("--split") { $0.splitsModules = $1 },
      .option("--host-path-type") { $0.hostPathType = $1 },
      .option("--devices") { $0.devices = $1 },
      .flag("--emit-pvc") { $0.emitsClaims = $1 },
      .flag("--emit-services") { $0.emitsServices = $1 },
    ]
  }

  /// The options that were given.
  var given: [String] {
    (style == nil ? [] : ["--style"]) + ofNativeStyle
  }

  /// Those of them that have a meaning in one style only.
  private var ofNativeStyle: [String] {
    [
      ("--lossy", isLossy), ("--split", splitsModules), ("--host-path-type", hostPathType != nil),
      ("--devices", devices != nil), ("--emit-pvc", emitsClaims),
      ("--emit-services", emitsServices),
    ].filter(\.1).map(\.0)
  }

  /// The options in the form that the conversion takes.
  func kubernetesOptions() throws(UsageError) -> KubernetesOptions {
    var options = KubernetesOptions()
    if let style { options.style = try KubernetesStyle(style, of: "--style") }
    if let hostPathType {
      options.hostPathType = try HostPathForm(hostPathType, of: "--host-path-type")
    }
    if let devices { options.mountsDevices = try DeviceForm(devices, of: "--devices") == .hostpath }
    options.isLossy = isLossy
    options.splitsModules = splitsModules
    options.emitsClaims = emitsClaims
    options.emitsServices = emitsServices
    if options.style != .native, let option = ofNativeStyle.first {
      throw UsageError(
        "\(option) has a meaning only with --style native",
        advice: "add --style \(KubernetesStyle.native.rawValue), or leave out \(option)")
    }
    return options
  }
}

extension KubernetesStyle: Choice {}
extension HostPathForm: Choice {}

/// What devices become.
enum DeviceForm: String, Choice {
  case residual, hostpath
}
