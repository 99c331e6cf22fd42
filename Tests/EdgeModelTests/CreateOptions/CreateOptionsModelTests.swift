import EdgeDiagnostics
import EdgeModel
import EdgeSyntax
import EdgeTestSupport
import Testing

/// The model of createOptions as a whole.
@Suite struct CreateOptionsModelTests {
  private static let objects: [CreateOptionsObject] = {
    var objects: [CreateOptionsObject] = []
    var waiting = [CreateOptionsObject.container]
    while let object = waiting.popLast() {
      guard !objects.contains(object) else { continue }
      objects.append(object)
      waiting += object.fields.compactMap(\.type.object)
    }
    return objects
  }()

  /// Lookups halve the list, so one that is out of order would hide keys.
  @Test func fieldsAreInOrderAndFoundInAnyLetterCase() {
    #expect(Self.objects.count == 20)
    for object in Self.objects {
      let names = object.fields.map { $0.name.lowercased() }
      #expect(names == names.sorted(), "\(object.title)")
      #expect(Set(names).count == names.count, "\(object.title)")
      for field in object.fields {
        for spelling in [field.name, field.name.lowercased(), field.name.uppercased()] {
          #expect(object[spelling]?.name == field.name, "\(spelling)")
        }
        #expect(object[field.name + "x"] == nil)
        #expect(
          object[String(field.name.dropLast())].map { names.contains($0.name.lowercased()) } ?? true
        )
      }
      #expect(object[""] == nil && object["~"] == nil)
    }
  }

  @Test func everyFieldIsDocumented() {
    for path in CreateOptionsPath.all {
      let field = path.field
      let texts = [field.meaning, field.usual, field.check, field.runtime].map(\.description)
      #expect(!texts[0].isEmpty, "\(path.text)")
      for text in texts where !text.isEmpty {
        #expect(!text.hasSuffix(".") && !text.hasPrefix(" "), "\(path.text): \(text)")
      }
      #expect(field.source.description.contains("/"), "\(path.text)")
      #expect(!field.strictness.isEmpty)
      let flag = field.flag.description
      #expect(flag.isEmpty || flag.hasPrefix("-") || path.text == "Cmd", "\(path.text)")
    }
  }

  /// What the page about the create body lists: keys at the top, of HostConfig, of resources.
  @Test func everyKeyOfTheBodyIsThere() {
    #expect(CreateOptionsObject.container.fields.count == 27)
    #expect(CreateOptionsObject.hostConfig.fields.count == 74)
    #expect(CreateOptionsObject.mount.fields.count == 9)
    #expect(CreateOptionsPath.all.count == 168)
  }

  @Test(
    arguments: [
      ("HostConfig.Binds", "HostConfig.Binds"), ("hostconfig.nanocpus", "HostConfig.NanoCpus"),
      ("HostConfig.Mounts[].Type", "HostConfig.Mounts[].Type"),
      ("hostconfig.mounts.bindoptions.propagation", "HostConfig.Mounts[].BindOptions.Propagation"),
      ("HostConfig.Mounts[3].Source", "HostConfig.Mounts[].Source"),
      ("HostConfig.PortBindings.8080/tcp[].HostPort", "HostConfig.PortBindings.*[].HostPort"),
      ("HostConfig.PortBindings.HostIp", "HostConfig.PortBindings.*[].HostIp"),
      ("NetworkingConfig.EndpointsConfig.host", nil),
      (
        "NetworkingConfig.EndpointsConfig.lan.Aliases", "NetworkingConfig.EndpointsConfig.*.Aliases"
      ),
      ("Healthcheck.Test", "Healthcheck.Test"), ("Test", nil), ("", nil), ("HostConfig.Nope", nil),
      ("Tty.x", nil),
    ] as [(String, String?)])
  func pathsAreFound(_ text: String, _ expected: String?) {
    #expect(CreateOptionsPath(text)?.text == expected)
  }

  @Test func everyPathLeadsBackToItself() {
    for path in CreateOptionsPath.all { #expect(CreateOptionsPath(path.text)?.text == path.text) }
  }

  @Test(arguments: [
    (CreateOptionsIdentity.variable, "A=b=c", "A"), (.host, "db:fd00::5", "db"),
    (.capability, "cap_net_admin", "NET_ADMIN"), (.port, "080/TCP", "80/tcp"),
    (.port, "80", "80/tcp"), (.port, "x", "x/tcp"), (.path, "/a/./b/", "/a/b"),
    (.securityOption, "label:type:x", "label=type"),
    (.securityOption, "seccomp=unconfined", "seccomp"),
    (.text, "X", "X"),
  ])
  func equalNamesHaveOneKey(_ identity: CreateOptionsIdentity, _ text: String, _ key: String) {
    #expect(identity.key(ofText: text) == key)
  }
}

/// Texts that stand in createOptions.
@Suite struct CreateOptionsTextTests {
  @Test func bindsAreTakenApart() throws {
    let bind = BindText(Array("/a b:/c:ro,rslave".utf8)[...])
    #expect(bind.source?.text == "/a b" && bind.sourceKind == .hostPath)
    #expect(bind.target?.text == "/c" && bind.target?.range == 5..<7)
    #expect(bind.options.map(\.text) == ["ro", "rslave"])
    let volume = BindText(Array("data:/data".utf8)[...])
    #expect(volume.sourceKind == .volume && volume.options.isEmpty)
    #expect(BindText(Array("/data".utf8)[...]).source == nil)
    #expect(BindText(Array("/data:ro".utf8)[...]).formatProblem != nil)
    #expect(BindText(Array("c:/a:/b".utf8)[...]).isWindowsPath)
    #expect(BindText(Array("a:b:c:d".utf8)[...]).target == nil)
  }

  @Test(
    arguments: [
      ("80", "80/tcp"), ("53/UDP", "53/udp"), ("1/sctp", "1/sctp"), ("0/tcp", nil), ("65536", nil),
      ("80/icmp", nil), ("80-81", nil), ("", nil), ("/tcp", nil),
    ] as [(String, String?)])
  func portKeysAreRead(_ text: String, _ expected: String?) {
    #expect((try? PortKey(Array(text.utf8)[...]))?.text == expected)
  }

  @Test(arguments: [
    ("SIGTERM", true), ("term", true), ("9", true), ("0", false), ("RTMIN+15", true),
    ("RTMIN+16", false), ("SIGFOO", false),
  ])
  func signalsAreKnown(_ text: String, _ isKnown: Bool) {
    #expect(LinuxSignal.isKnown(text) == isKnown)
  }

  @Test(arguments: [
    ("NET_ADMIN", true), ("cap_net_admin", true), ("all", true), ("CAP_ALL", false), ("NET", false),
  ])
  func capabilitiesAreKnown(_ text: String, _ isKnown: Bool) {
    #expect(LinuxCapability.isKnown(text) == isKnown)
  }
}
