internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension MountWriter {
  /// The name of the Docker volume that stands for a volume of the pod.
  func volumeName(_ name: VolumeName) -> Located<String> {
    Located(Self.sanitised("\(source.workload.name.value)-\(name.text)"), at: name.place)
  }

  /// A text with `-` for every character that a Docker volume or a plain file name cannot have.
  ///
  /// Source: moby/moby daemon/names/names.go.
  static func sanitised(_ text: String) -> String {
    let isLegal = { (scalar: Unicode.Scalar) in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", ".", "-": true
      default: false
      }
    }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { isLegal($0) ? $0 : "-" }))
  }

  /// Mounts a Docker volume with a name.
  mutating func addVolume(
    named volume: Located<String>, of name: VolumeName, at point: MountPoint,
    options: BodyValue? = nil
  ) {
    if let part = point.subPath {
      context.reportImpossible(
        .subPathUnsupported,
        "container '\(context.container)' mounts part '\(part.value)' of volume '\(name.text)', which IoT Edge's version of Docker's API cannot do",
        at: part.node, help: "mount the whole volume, or a path of the device with 'hostPath'")
    }
    var mount = mount("volume", of: volume, at: point)
    if let options { mount["VolumeOptions"] = options }
    append(mount, to: "Mounts")
  }

  /// A claim of the pod's namespace: a Docker volume of its name.
  ///
  /// Source: containers/podman pkg/specgen/generate/kube/volume.go (VolumeFromPersistentVolumeClaim).
  mutating func add(_ source: PersistentVolumeClaimVolumeSource, at point: MountPoint) {
    guard let claim = source.claimName, !claim.value.isEmpty else { return }
    var point = point
    if source.readOnly?.value == true { point.isReadOnly = true }
    reportDetails(of: claim)
    addClaim(claim, at: point)
  }

  /// A claim that the controller makes for each pod from a template; a device runs the first pod.
  ///
  /// Source: kubernetes/kubernetes pkg/controller/statefulset/stateful_set_utils.go
  /// (getPersistentVolumeClaimName).
  mutating func addClaimTemplate(at point: MountPoint) {
    let name = point.volume.value
    guard let template = source.volumes.claimTemplate(named: name) else {
      context.decoding.report(
        .volMountUnknown,
        "container '\(context.container)' mounts volume '\(name)', which the pod does not have",
        at: point.volume.node,
        help: Suggestion.question(for: name, among: source.volumes.names)
          ?? "add it to 'volumes' of the pod")
      return
    }
    addClaim(template.map { "\($0)-\(source.workload.name.value)-0" }, at: point)
  }

  private mutating func addClaim(_ claim: Located<String>, at point: MountPoint) {
    // A claim can have a shorter name than a volume.
    guard claim.value.unicodeScalars.count > 1 else {
      context.decoding.report(
        .bindVolumeNameInvalid,
        "claim '\(claim.value)' would become a Docker volume, whose name has two characters at least",
        at: claim.node, help: "give the claim a longer name")
      return
    }
    context.decoding.report(
      .lossPVCAsVolume, "claim '\(claim.value)' becomes a Docker volume of that name",
      at: claim.node,
      help: "nothing limits its size; IoT Edge never removes it")
    reportPropagation(at: point)
    addVolume(named: claim, of: VolumeName(text: point.volume.value, place: claim.node), at: point)
  }

  /// Tells what of a claim in the input does not count.
  private func reportDetails(of claim: Located<String>) {
    guard let spec = context.references.claim(named: claim.value)?.member("spec") else { return }
    context.decoding.report(
      .lossPVCDetailsIgnored,
      "size, class and access modes of claim '\(claim.value)' do not count on a device",
      at: spec.key, help: "a Docker volume has none of them")
  }

  /// A directory of a server, mounted by Docker itself.
  ///
  /// All mounts of a volume share its options, so it is read-only only where all of them are.
  ///
  /// Source: moby/moby daemon/volume/local/local_unix.go.
  mutating func add(_ source: NFSVolumeSource, of name: VolumeName, at point: MountPoint) {
    guard let server = source.server, let path = source.path else { return }
    var point = point
    let isReadOnly = source.readOnly?.value == true
    if isReadOnly { point.isReadOnly = true }
    let access = isReadOnly || self.source.volumes.use(of: name.text).isReadOnly ? "ro" : "rw"
    context.decoding.report(
      .lossNFSViaLocalDriver, "Docker itself mounts volume '\(name.text)'", at: name.place,
      help: "the device has to reach '\(server.value)' when the module starts")
    reportPropagation(at: point)
    let options = BodyValue.object(
      [
        "device": .string(":" + path.value, from: path.node),
        "o": .string("addr=\(server.value),\(access)", from: server.node),
        "type": .string("nfs", from: name.place),
      ], from: name.place)
    let driver = BodyValue.object(
      ["Name": .string("local", from: name.place), "Options": options], from: name.place)
    addVolume(
      named: volumeName(name), of: name, at: point,
      options: .object(["DriverConfig": driver], from: name.place))
  }

  /// A claim that lives as long as the pod.
  mutating func addEphemeral(_ name: VolumeName, at point: MountPoint) {
    context.decoding.report(
      .lossEphemeralVolumeApproximated,
      "volume '\(name.text)' becomes a Docker volume that stays when modules are made anew",
      at: name.place, help: "let a module empty it when it starts; nothing limits its size")
    reportPropagation(at: point)
    addVolume(named: volumeName(name), of: name, at: point)
  }
}
