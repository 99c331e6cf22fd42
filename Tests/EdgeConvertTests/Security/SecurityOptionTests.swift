import EdgeDiagnostics
import Testing

@testable import EdgeConvert

/// What options make of security contexts.
@Suite struct SecurityOptionTests {
  private static let profiles = """
    containers:
    - name: a
      image: example.io/a:1
      securityContext:
        seccompProfile: {type: Localhost, localhostProfile: profiles/audit.json}
    - name: b
      image: example.io/b:1
      securityContext:
        allowPrivilegeEscalation: false
        seccompProfile: {type: Localhost, localhostProfile: broken.json}
    """

  @Test func aProfileIsWrittenOutOnOneLine() throws {
    var options = PodOptions()
    options.seccompProfiles = [
      "profiles/audit.json": """
      {
        "defaultAction": "SCMP_ACT_LOG",
        "syscalls": [ {"names": ["a\\u0022b", "ä"], "args": [1.50, null, true]} ]
      }

      """,
      "broken.json": #"["SCMP_ACT_LOG"]"#,
    ]
    let drafts = try VolumeDrafts(Self.profiles, options)
    let profile =
      #"{"defaultAction":"SCMP_ACT_LOG","syscalls":[{"names":["a\"b","ä"],"args":[1.50,null,true]}]}"#
    let option = drafts.drafts[0].body[path: "HostConfig", "SecurityOpt"]
    #expect(option?.elements.map(\.text) == ["seccomp=\(profile)"])
    #expect(drafts.bodies[1] == #"{"HostConfig":{"SecurityOpt":["no-new-privileges"]}}"#)
    #expect(drafts.reports == ["e:seccomp-profile-unavailable"])
    #expect(drafts.diagnostics[0].message == "seccomp profile 'broken.json' is no JSON object")
  }

  private static let impossible = """
    securityContext:
      runAsGroup: 5
      supplementalGroupsPolicy: Strict
      windowsOptions: {hostProcess: true}
    containers:
    - name: a
      image: example.io/a:1
      securityContext:
        seccompProfile: {type: Localhost, localhostProfile: audit.json}
    """

  @Test(arguments: [false, true])
  func whatCannotBeSaidIsLeftOutWhereLossesAreAllowed(_ allowsLoss: Bool) throws {
    var options = PodOptions()
    options.allowsLoss = allowsLoss
    let drafts = try VolumeDrafts(Self.impossible, options)
    let severity = allowsLoss ? "w" : "e"
    #expect(drafts.bodies == ["{}"])
    #expect(
      drafts.reports == [
        "w:loss-supplemental-groups-policy-unsupported", "\(severity):run-as-group-without-user",
        "\(severity):seccomp-profile-unavailable", "\(severity):windows-security-unsupported",
      ])
  }

  @Test func contradictionsAreErrorsWhateverIsAllowed() throws {
    var options = PodOptions()
    options.allowsLoss = true
    let drafts = try VolumeDrafts(
      """
      containers:
      - name: a
        image: example.io/a:1
        securityContext: {runAsUser: 0, runAsNonRoot: true, capabilities: {add: [NETADMIN]}}
        resources: {limits: {memory: 1}, requests: {memory: 2}}
      """, options)
    #expect(
      drafts.reports.sorted() == [
        "e:capability-unknown", "e:memory-below-minimum", "e:request-exceeds-limit",
        "e:run-as-non-root-conflict",
      ])
  }
}
