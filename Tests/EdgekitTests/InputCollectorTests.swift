import EdgeDiagnostics
import SystemPackage
import Testing

@testable import edgekit

@Suite struct InputCollectorTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in [
      "b.yaml", "a.json", "c.txt", "B.yml", "sub/d.jsonc", "sub/.hidden/e.yaml", ".git/f.yaml",
      "node_modules/g.json", ".build/h.json", "sub/.i.yaml", "sub/sub/j.yaml",
    ] {
      try folder.write("x", to: name)
    }
  }

  /// The names that come out, relative to the folder.
  private func names(
    _ arguments: [String], policy: InputCollector.Policy = InputCollector.Policy()
  ) -> [String] {
    collected(arguments, policy: policy).files.map(short)
  }

  private func collected(
    _ arguments: [String], policy: InputCollector.Policy = InputCollector.Policy()
  ) -> InputCollector {
    var collector = InputCollector(policy: policy)
    for argument in arguments {
      collector.add(argument == "-" ? "-" : folder[argument].string)
    }
    return collector
  }

  private func short(_ file: InputFile) -> String {
    String(file.name.dropFirst(file.path == nil ? 0 : folder[""].string.count + 1))
  }

  @Test func foldersAreWalkedInTheOrderOfBytes() {
    #expect(names([""]) == ["B.yml", "a.json", "b.yaml", "sub/d.jsonc", "sub/sub/j.yaml"])
  }

  @Test func noRecursionStaysInTheFolder() {
    let policy = InputCollector.Policy(isRecursive: false)
    #expect(names([""], policy: policy) == ["B.yml", "a.json", "b.yaml"])
  }

  @Test func namedFilesKeepTheirOrderAndComeOnce() {
    #expect(names(["c.txt", "a.json", "c.txt", "sub/../a.json"]) == ["c.txt", "a.json"])
    #expect(names(["-", "a.json", "-"]) == ["<stdin>", "a.json"])
  }

  @Test func oneFileUnderTwoNamesIsReadOnce() throws {
    try folder.link("z.yaml", to: "b.yaml")
    #expect(names(["z.yaml", "b.yaml"]) == ["z.yaml"])
  }

  @Test func linkedFoldersAreNotFollowed() throws {
    try folder.link("sub/loop", to: "..")
    #expect(names(["sub"]) == ["sub/d.jsonc", "sub/sub/j.yaml"])
  }

  @Test func danglingLinksAreTold() throws {
    try folder.link("sub/k.yaml", to: "nowhere")
    let failures = collected(["sub"]).failures
    #expect(failures.map { $0.advice } == ["the link leads nowhere"])
  }

  @Test func patternsAreExpanded() {
    #expect(names(["*.yaml"]) == ["b.yaml"])
    #expect(
      names(["**/*.[jy]*"]) == ["B.yml", "a.json", "b.yaml", "sub/d.jsonc", "sub/sub/j.yaml"])
    #expect(names(["sub/.hidden/*.yaml"]) == ["sub/.hidden/e.yaml"])
    #expect(collected(["*.toml"]).failures.count == 1)
  }

  @Test func theOutputIsNoInputUnlessNamed() throws {
    var policy = InputCollector.Policy(output: FileIdentity(try Stat(folder["a.json"])))
    #expect(names([""], policy: policy) == ["B.yml", "b.yaml", "sub/d.jsonc", "sub/sub/j.yaml"])
    #expect(names(["a.json"], policy: policy) == ["a.json"])
    policy.output = FileIdentity(try Stat(folder["sub"]))
    #expect(names([""], policy: policy) == ["B.yml", "a.json", "b.yaml"])
    #expect(names(["sub"], policy: policy) == ["sub/d.jsonc", "sub/sub/j.yaml"])
  }

  @Test func exclusionsLeaveFoundFilesOut() {
    var policy = InputCollector.Policy(exclusions: [Glob("sub/sub"), Glob("*.json")])
    // Patterns speak of names as messages show them.
    policy.exclusions = [Glob("**/sub/sub"), Glob("*.json")]
    #expect(names(["", "a.json"], policy: policy) == ["B.yml", "b.yaml", "sub/d.jsonc", "a.json"])
    policy.excludesNamedFiles = true
    #expect(names(["", "a.json"], policy: policy) == ["B.yml", "b.yaml", "sub/d.jsonc"])
  }

  @Test func missingFilesAreToldAndOthersGoOn() {
    let collector = collected(["b.yml", "c.txt", "nowhere/x.yaml"])
    #expect(collector.files.map(short) == ["c.txt"])
    #expect(collector.failures.count == 2)
    #expect(collector.failures[0].message.hasSuffix("b.yml': no such file or directory"))
    #expect(collector.failures[0].advice?.hasSuffix("/B.yml'?") == true)
    #expect(collector.failures[1].advice?.hasSuffix("nowhere' does not exist") == true)
  }

  @Test func wholeFilesAreRead() throws {
    try folder.write(String(repeating: "é", count: 100_000), to: "big.yaml")
    for file in collected(["big.yaml", "a.json"]).files {
      let expected = try folder.text(of: short(file))
      #expect(try FileInput.read(file) == Array(expected.utf8))
    }
    let empty = InputFile(name: "null", path: "/dev/null")
    #expect(try FileInput.read(empty) == [])
  }

  @Test(arguments: [
    ("a.yaml", "a.yaml"), ("./a.yaml", "a.yaml"), ("a//b/./c.yaml", "a/b/c.yaml"), (".", ""),
    ("../a.yaml", "../a.yaml"), ("/nowhere/./a", "/nowhere/a"), ("a/.b/c", "a/.b/c"),
  ])
  func displayNames(path: String, expected: String) {
    #expect(InputName.displayName(of: FilePath(path)) == expected)
  }
}
