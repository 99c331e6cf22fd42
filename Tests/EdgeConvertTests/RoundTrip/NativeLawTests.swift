import EdgeConvert
import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Foundation
import Testing

/// The laws of createOptions in Kubernetes objects, in both styles.
@Suite struct NativeLawTests {
  private static let rounds = 300
  /// Given by `EDGEKIT_FUZZ_SEED`, else new.
  private static let seed =
    ProcessInfo.processInfo.environment["EDGEKIT_FUZZ_SEED"].flatMap(UInt64.init)
    ?? UInt64.random(in: 0...UInt64.max)

  private struct Failed: Error, CustomStringConvertible {
    var description: String
  }

  // MARK: - Conversions

  private static func convert(
    _ text: [UInt8], to target: Dialect, _ kubernetes: KubernetesOptions = KubernetesOptions()
  ) throws -> String {
    var options = ConversionOptions()
    options.target = target
    options.kubernetes = kubernetes
    options.pods.allowsLoss = true
    // A configuration keeps the name that the objects have.
    options.shape = .configuration
    options.targetCondition = "*"
    let sources = SourceManager()
    let source = sources.add(name: "site.json", bytes: text)
    var sink = DiagnosticSink()
    let documents = DocumentReader.read(source, in: sources, reporting: &sink)
    let result = Conversion.run(documents, options: options, sources: sources)
    sink.append(result.sink)
    guard let document = result.documents.first, !sink.hasErrors else {
      let errors = sink.diagnostics.filter { $0.severity == .error }.map(\.message)
      throw Failed(description: "refused: \(errors)\n" + String(decoding: text, as: UTF8.self))
    }
    guard result.documents.count == 1 else {
      throw Failed(description: "became \(result.documents.count) deployments")
    }
    return String(decoding: document.bytes, as: UTF8.self)
  }

  private static func quoted(_ text: String) -> String {
    var json = JSONWriter()
    json.string(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// A manifest with a module for each body.
  private static func manifest(_ bodies: [String], env: String = "") -> String {
    let modules = bodies.enumerated().map { index, body in
      """
      "m\(index)": {"version": "1.0", "type": "docker", "status": "running", \
      "restartPolicy": "always", \(env)"settings": {"image": "a:1", "createOptions": \(quoted(body))}}
      """
    }
    let system =
      #"{"type": "docker", "settings": {"image": "mcr.microsoft.com/azureiotedge-NAME:1.6", "createOptions": "{}"}"#
    return """
      {"id": "site", "schemaVersion": "2.0", "labels": {"app": "site"}, "targetCondition": "*",
       "priority": 10, "content": {"modulesContent": {
        "$edgeAgent": {"properties.desired": {"schemaVersion": "1.1",
          "runtime": {"type": "docker", "settings": {"minDockerVersion": "v1.25",
            "loggingOptions": "", "registryCredentials": {}}},
          "systemModules": {"edgeAgent": \(system.replacing("NAME", with: "agent"))},
            "edgeHub": \(system.replacing("NAME", with: "hub")), "status": "running",
              "restartPolicy": "always"}},
          "modules": {\(modules.joined(separator: ", "))}}},
        "$edgeHub": {"properties.desired": {"schemaVersion": "1.1",
          "routes": {"route": "FROM /* INTO $upstream"},
          "storeAndForwardConfiguration": {"timeToLiveSecs": 7200}}}}}}
      """
  }

  private static func options(_ round: Int, _ random: inout RandomText) -> KubernetesOptions {
    var options = KubernetesOptions()
    guard round % 4 > 0 else { return options }
    options.style = .native
    options.isLossy = random.once(in: 3)
    options.splitsModules = random.once(in: 4)
    options.hostPathType = random.one(of: HostPathForm.allCases)
    options.emitsClaims = random.once(in: 3)
    options.emitsServices = random.once(in: 3)
    options.mountsDevices = random.once(in: 3)
    return options
  }

  private static func expectSame(_ before: String, _ after: String, _ there: String) throws {
    let meanings = try [before, after].map {
      try ManifestMeaning(Array($0.utf8), withMetadata: true)
    }
    guard meanings[0] != meanings[1] else { return }
    let lines = meanings.map { Set($0.description.split(separator: "\n")) }
    throw Failed(
      description: "lost \(lines[0].subtracting(lines[1])), appeared "
        + "\(lines[1].subtracting(lines[0]))\n\(before)\n\(there)")
  }

  // MARK: - Laws

  @Test func everyFieldIsGenerated() {
    // HostConfig as the agent and the engine know it.
    let known = """
      Binds ContainerIDFile LogConfig NetworkMode PortBindings RestartPolicy AutoRemove VolumeDriver \
      VolumesFrom Mounts ConsoleSize Annotations CapAdd CapDrop CgroupnsMode Dns DnsOptions DnsSearch \
      ExtraHosts GroupAdd IpcMode Cgroup Links OomScoreAdj PidMode Privileged PublishAllPorts \
      ReadonlyRootfs SecurityOpt StorageOpt Tmpfs UTSMode UsernsMode ShmSize Sysctls Runtime Isolation \
      MaskedPaths ReadonlyPaths Init NanoCpus CpuShares CpuPeriod CpuQuota CpuRealtimePeriod \
      CpuRealtimeRuntime CpusetCpus CpusetMems Memory MemoryReservation MemorySwap MemorySwappiness \
      OomKillDisable PidsLimit Ulimits Devices DeviceCgroupRules DeviceRequests CgroupParent BlkioWeight \
      BlkioWeightDevice BlkioDeviceReadBps BlkioDeviceWriteBps BlkioDeviceReadIOps BlkioDeviceWriteIOps \
      CpuCount CpuPercent IOMaximumIOps IOMaximumBandwidth KernelMemory KernelMemoryTCP DiskQuota \
      Capabilities InitPath
      """.split(separator: " ").map(String.init)
    #expect(Set(known).subtracting(RandomCreateOptions.hostConfig).sorted() == [])
    let top = """
      Hostname Domainname User AttachStdin AttachStdout AttachStderr ExposedPorts Tty OpenStdin StdinOnce \
      Env Cmd Healthcheck ArgsEscaped Image Volumes WorkingDir Entrypoint NetworkDisabled OnBuild Labels \
      StopSignal StopTimeout Shell MacAddress HostConfig NetworkingConfig k8s-experimental
      """.split(separator: " ").map(String.init)
    #expect(Set(top).subtracting(RandomCreateOptions.topLevel).sorted() == [])
  }

  /// Any createOptions come back, whatever the style and its options; and the second time nothing changes.
  @Test func createOptionsComeBack() {
    print("generated createOptions: EDGEKIT_FUZZ_SEED=\(Self.seed)")
    for round in 0..<Self.rounds {
      let seed = Self.seed &+ UInt64(round)
      var random = RandomText(seed: seed)
      var generator = RandomCreateOptions(seed: seed)
      let bodies = (0...random.below(3)).map { _ in generator.next() }
      let env = random.once(in: 3) ? #""env": {"A": {"value": "m"}, "Z": {"value": "$(A)"}}, "# : ""
      let manifest = Self.manifest(bodies, env: env)
      let options = Self.options(round, &random)
      do {
        let there = try Self.convert(Array(manifest.utf8), to: .virtualKubelet, options)
        let back = try Self.convert(Array(there.utf8), to: .iotedge)
        try Self.expectSame(manifest, back, there)
        let again = try Self.convert(Array(back.utf8), to: .virtualKubelet, options)
        let third = try Self.convert(
          Array(try Self.convert(Array(again.utf8), to: .iotedge).utf8), to: .virtualKubelet,
          options)
        if again != third {
          throw Failed(description: "not stable\n\(unifiedText(again, third))\n\(manifest)")
        }
      } catch {
        Issue.record("seed \(Self.seed), round \(round), \(options): \(error)")
        return
      }
    }
  }

  /// What fields say exactly needs no patch, and nothing of it stays in a ConfigMap.
  @Test func exactFieldsNeedNoPatch() {
    print("exact createOptions: EDGEKIT_FUZZ_SEED=\(Self.seed)")
    var options = KubernetesOptions()
    options.style = .native
    for round in 0..<Self.rounds {
      var generator = RandomCreateOptions(seed: Self.seed &+ UInt64(round), isExact: true)
      let body = generator.next()
      do {
        let yaml = try Self.convert(
          Array(Self.manifest([body]).utf8), to: .virtualKubelet, options)
        guard !yaml.contains("edgekit/patch") else {
          throw Failed(description: "a patch for \(body)\n\(yaml)")
        }
        // With the network of the host a module keeps its ports and its name.
        guard body.contains("NetworkMode") || !yaml.contains("createOptions: ") else {
          throw Failed(description: "something is left of \(body)\n\(yaml)")
        }
      } catch {
        Issue.record("seed \(Self.seed), round \(round): \(error)")
        return
      }
    }
  }

  /// What pods say as modules comes back from native fields.
  @Test func podsComeBack() {
    print("generated pods: EDGEKIT_FUZZ_SEED=\(Self.seed)")
    var options = KubernetesOptions()
    options.style = .native
    for round in 0..<Self.rounds {
      let seed = Self.seed &+ UInt64(round)
      var random = RandomText(seed: seed)
      options.splitsModules = random.once(in: 4)
      options.isLossy = random.once(in: 3)
      var generator = RandomPods(seed: seed)
      let pods = generator.next()
      do {
        let manifest = try Self.convert(Array(pods.utf8), to: .iotedge)
        let there = try Self.convert(Array(manifest.utf8), to: .virtualKubelet, options)
        let back = try Self.convert(Array(there.utf8), to: .iotedge)
        try Self.expectSame(manifest, back, there)
      } catch {
        Issue.record("seed \(Self.seed), round \(round): \(error)\n\(pods)")
        return
      }
    }
  }

  private func unifiedText(_ left: String, _ right: String) -> String {
    "first:\n\(left)\nthen:\n\(right)"
  }
}
