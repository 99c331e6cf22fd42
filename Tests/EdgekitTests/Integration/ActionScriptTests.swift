import Foundation
import Testing

@testable import edgekit

/// The scripts of the action, run as a job runs them.
@Suite struct ActionScriptTests {
  private let folder: TemporaryFolder
  private static let manifest = """
    {"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {
      "sensor": {"type": "docker", "settings": {"image": "contoso.azurecr.io/sensor:1.0"}}
    }}}}}

    """

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.manifest, to: "deployment.json")
    try folder.write(Self.manifest, to: "gone.json")
    let commands = [
      "git init -q .", "git config user.name N", "git config user.email n@example.com",
      "git add deployment.json gone.json", "git commit -q -m base",
      "git update-ref refs/remotes/origin/main HEAD", "rm gone.json",
      "sed -i s/sensor:1.0/sensor:1.1/ deployment.json",
    ]
    let result = try run(commands.joined(separator: " && "))
    try #require(result.status == "0", "\(result.errors)")
  }

  /// Runs a command line in the folder; `SCRIPTS` stands for where the scripts are.
  private func run(_ command: String) throws -> Session.Step {
    let scripts = IntegrationFile.root.appending(path: "scripts/ci").path(percentEncoded: false)
    return try Session.Step(command: command.replacing("SCRIPTS", with: "'\(scripts)'"))
      .replayed(in: folder.url, binary: ProgramRun.program)
  }

  // MARK: - lint

  @Test func lintAnnotatesAndReports() throws {
    let result = try run(
      "GITHUB_OUTPUT=out INPUT_REPORT='a b.sarif' INPUT_FILES='deployment.json\n' SCRIPTS/lint")
    #expect(result.status == "1")
    #expect(result.output.contains { $0.hasPrefix("::error file=deployment.json,line=1,") })
    #expect(try folder.text(of: "out") == "findings=true\nreport=a b.sarif\n")
    #expect(try folder.text(of: "a b.sarif").contains("\"2.1.0\""))
  }

  @Test func lintTakesNamesAsTheyAre() throws {
    try folder.write(Self.manifest, to: "-; touch broken/x $(touch broken).json")
    let result = try run(
      "INPUT_FAIL_ON=never INPUT_FILES='-; touch broken/x $(touch broken).json' SCRIPTS/lint")
    #expect(result.status == "0")
    #expect(result.output.contains { $0.hasPrefix("::error file=-; touch broken/x $(touch ") })
    #expect(!folder.names.contains("broken"))
  }

  @Test func lintWithoutNamesChecksAll() throws {
    let result = try run("GITHUB_OUTPUT=out INPUT_FAIL_ON=never SCRIPTS/lint")
    #expect(result.status == "0")
    #expect(result.output.contains { $0.hasPrefix("::error file=deployment.json,") })
    #expect(try folder.text(of: "out") == "findings=false\nreport=\n")
  }

  @Test func lintOfNothingIsNoSuccess() throws {
    let result = try run("GITHUB_OUTPUT=out INPUT_FILES=missing.json SCRIPTS/lint")
    #expect(result.status == "2")
    #expect(try folder.text(of: "out") == "findings=false\nreport=\n")
  }

  // MARK: - summarize-changes

  private static let job = "GITHUB_STEP_SUMMARY=summary.md GITHUB_BASE_REF=main"

  @Test func changesGoToTheSummary() throws {
    try folder.write(Self.manifest, to: "new.json")
    let result = try run(
      "\(Self.job) INPUT_COMPARE='deployment.json\nnew.json\n\ngone.json' SCRIPTS/summarize-changes"
    )
    #expect(result.status == "0", "\(result.errors)")
    let summary = try folder.text(of: "summary.md")
    #expect(summary.hasPrefix("## Changes in deployment.json\n"))
    #expect(summary.contains("`contoso.azurecr.io/sensor:1.0` | `contoso.azurecr.io/sensor:1.1`"))
    #expect(summary.contains("**1 change: 0 added, 0 removed, 1 changed**"))
    #expect(summary.contains("## Changes in new.json\n\nNew: origin/main does not have it.\n"))
    #expect(summary.contains("## Changes in gone.json\n\nRemoved: origin/main has it.\n"))
  }

  @Test func aFileThatIsNowhereIsAMistake() throws {
    let result = try run("\(Self.job) INPUT_COMPARE=nowhere.json SCRIPTS/summarize-changes")
    #expect(result.status == "2")
    #expect(
      result.output == [
        "::error title=edgekit::'nowhere.json' is neither here nor in origin/main"
      ])
  }

  @Test func theBaseIsFetchedWhereItIsMissing() throws {
    let clone =
      "git clone -q --depth=1 \"file://$PWD\" clone && cd clone && git update-ref -d refs/remotes/origin/main"
    let push = "git push -q . HEAD:refs/heads/main && git checkout -q --detach"
    let result = try run(
      "\(push); \(clone); git update-ref -d refs/remotes/origin/HEAD; \(Self.job) INPUT_COMPARE=deployment.json SCRIPTS/summarize-changes"
    )
    #expect(result.status == "0", "\(result.errors)")
    #expect(try folder.text(of: "clone/summary.md").contains("no changes"))
  }

  @Test(arguments: ["no-such-revision", "--output=x"])
  func aBaseThatIsNoRevision(_ base: String) throws {
    let result = try run(
      "INPUT_BASE='\(base)' \(Self.job) INPUT_COMPARE=deployment.json SCRIPTS/summarize-changes")
    #expect(result.status == "2")
    #expect(result.output.first?.hasPrefix("::error title=edgekit::") == true)
    #expect(!folder.names.contains("summary.md"))
  }

  @Test func nothingToCompareIsSaid() throws {
    let result = try run("\(Self.job) INPUT_COMPARE='\n' SCRIPTS/summarize-changes")
    #expect(result.status == "0")
    #expect(result.output == ["nothing to compare: name files in 'compare' or 'files'"])
  }

  // MARK: - provide-edgekit

  @Test(arguments: ["auto", "never"])
  func anInstalledEdgekitIsTaken(_ build: String) throws {
    let result = try run("INPUT_BUILD=\(build) SCRIPTS/provide-edgekit")
    #expect(result.output == [Version.line])
    #expect(result.status == "0")
  }

  @Test func whereThereIsNoneItIsBuilt() throws {
    try folder.write(
      "build:\n\tmkdir -p .build/release && ln -s \"$(EDGEKIT)\" .build/release/edgekit\n",
      to: "action/Makefile")
    let result = try run(
      """
      mkdir -p action/scripts/ci && cp SCRIPTS/provide-edgekit action/scripts/ci && \
      EDGEKIT="$(command -v edgekit)" PATH=/usr/bin:/bin GITHUB_PATH=path SWIFT=true \
      action/scripts/ci/provide-edgekit
      """)
    #expect(result.output.last == Version.line)
    #expect(result.status == "0", "\(result.errors)")
    #expect(try folder.text(of: "path").hasSuffix("/action/.build/release\n"))
  }

  @Test(arguments: [
    ("never", "true", "edgekit is not on the PATH"),
    ("auto", "no-such-swift", "no Swift toolchain"),
    ("perhaps", "true", "not auto, always or never"),
  ])
  func whatKeepsItFromBeingThere(build: String, swift: String, message: String) throws {
    let result = try run(
      "PATH=/usr/bin:/bin SWIFT=\(swift) INPUT_BUILD=\(build) SCRIPTS/provide-edgekit")
    #expect(result.status == "2")
    #expect(result.output.first?.hasPrefix("::error title=edgekit::") == true)
    #expect(result.output.first?.contains(message) == true)
  }
}
