import EdgeSyntax
import EdgeTestSupport
import Foundation
import Testing

@testable import edgekit

/// What teams copy calls edgekit as it is, and is what the tools that read it expect.
@Suite struct IntegrationFileTests {
  @Test(arguments: [
    (".pre-commit-hooks.yaml", 2), ("docs/ci/gitlab.yml", 2), ("docs/ci/azure-pipelines.yml", 3),
    ("docs/ci/README.md", 1), ("scripts/ci/lint", 1), ("scripts/ci/summarize-changes", 1),
  ])
  func commandLinesAreRead(path: String, count: Int) throws {
    let lines = try IntegrationFile(path).commandLines
    #expect(lines.count == count, "\(lines)")
    for words in lines {
      #expect(throws: Never.self, "\(path): \(words)") { try IntegrationFile.parse(words) }
    }
  }

  @Test func deadOptionsAreSeen() {
    for words in [["lint", "--frob"], ["lnit"], ["git", "merge", "--markdown"]] {
      #expect(throws: (any Error).self) { try IntegrationFile.parse(words) }
    }
  }

  @Test func hooksOfPreCommit() throws {
    let hooks = try IntegrationFile(".pre-commit-hooks.yaml").document()
    let found = hooks.elements.map { hook in
      ["id", "language"].map { hook[dynamic: $0]?.text ?? "" }
    }
    #expect(found == [["edgekit-lint", "swift"], ["edgekit-lint-system", "system"]])
    for hook in hooks.elements {
      #expect(hook["name"]?.isString == true)
      #expect(hook["types_or"]?.elements.map(\.text) == ["yaml", "json"])
      // pre-commit names the files behind the entry.
      let words = hook["entry"]?.text.split(separator: " ").dropFirst().map(String.init) ?? []
      #expect(throws: Never.self) { try IntegrationFile.parse(words + ["a.yaml", "b.json"]) }
    }
  }

  /// pre-commit names whatever file of a type a commit has.
  @Test func hooksLetOtherFilesPass() async throws {
    let folder = try TemporaryFolder()
    try folder.write("{\"name\": \"x\"}\n", to: "package.json")
    try folder.write("on: push\njobs: {}\n", to: ".github/workflows/build.yaml")
    try folder.write("{\"modulesContent\": {\"$edgeHub\": {}}}\n", to: "deployment.json")
    for hook in try IntegrationFile(".pre-commit-hooks.yaml").document().elements {
      let words = hook["entry"]?.text.split(separator: " ").dropFirst().map(String.init) ?? []
      let others = ["package.json", ".github/workflows/build.yaml"]
      #expect(try await ProgramRun(words + others, in: folder.url).status == 0)
      #expect(try await ProgramRun(words + ["deployment.json"], in: folder.url).status == 1)
    }
  }

  @Test func reportsOfGitLab() throws {
    let file = try IntegrationFile("docs/ci/gitlab.yml")
    let job = try #require(try file.document()["edgekit"])
    let reports = try #require(job["artifacts"]?["reports"])
    let lines = try #require(job["script"])
    let script = lines.elements.map(\.text).joined(separator: " ")
    let codequality = try #require(reports["codequality"]?.text)
    let junit = try #require(reports["junit"]?.text)
    #expect(script.contains("--report gitlab=\(codequality) --report junit=\(junit)"))
    #expect(job["artifacts"]?["when"]?.text == "always")
    let changes = try #require(try file.document()["edgekit-changes"])
    let commands = try #require(changes["script"]).elements.map(\.text)
    let command = try #require(commands.last)
    let paths = try #require(changes["artifacts"]?["paths"]).elements.map(\.text)
    let path = try #require(paths.first)
    #expect(command.hasSuffix("-o \(path)"))
  }

  @Test func tasksOfAzure() throws {
    let steps = try #require(try IntegrationFile("docs/ci/azure-pipelines.yml").document()["steps"])
    let published = steps.elements.first { $0["task"]?.text == "PublishTestResults@2" }
    let results = try #require(published?["inputs"]?["testResultsFiles"]?.text)
    let scripts = steps.elements.compactMap { $0["script"]?.text }
    let lint = try #require(scripts.first)
    #expect(lint.contains("--report junit=\"\(results)\""))
  }

  // MARK: - The action

  @Test func inputsOfTheAction() throws {
    let file = try IntegrationFile("action.yml")
    let action = try file.document()
    let inputs = try #require(action["inputs"])
    let declared = inputs.members.map(\.key.text)
    let used = Set(file.text.matches(of: #/inputs\.([a-z-]+)/#).map { String($0.1) })
    #expect(Set(declared) == used)
    for input in inputs.members {
      #expect(input.value["description"]?.isString == true, "\(input.key.text)")
      #expect(input.value["default"]?.isString == true, "\(input.key.text)")
    }
    let example = try IntegrationFile("docs/ci/github.yml").document()
    let steps = try #require(example["jobs"]?["edgekit"]?["steps"])
    let step = steps.elements.first { $0["uses"]?.text.contains("/edgekit@") == true }
    for input in try #require(step?["with"]).members { #expect(declared.contains(input.key.text)) }
  }

  /// A value that GitHub writes into a script is text of the program.
  @Test func scriptsOfTheActionTakeNoTextOfOthers() throws {
    let runs = try #require(try IntegrationFile("action.yml").document()["runs"])
    #expect(runs["using"]?.text == "composite")
    for step in try #require(runs["steps"]).elements {
      let script = try #require(step["run"]?.text)
      #expect(!script.contains("${{"))
      #expect(step["shell"]?.isString == true)
      let match = try #require(script.wholeMatch(of: #/"\$GITHUB_ACTION_PATH\/(.+)"/#))
      let path = IntegrationFile.root.appending(path: String(match.1)).path(percentEncoded: false)
      #expect(FileManager.default.isExecutableFile(atPath: path), "\(path)")
    }
  }

  // MARK: - The problem matcher

  @Test func theMatcherFindsAllOfAFinding() async throws {
    let matcher = try IntegrationFile("editors/problem-matcher.json").document()
    let matchers = Array(try #require(matcher["problemMatcher"]).elements)
    let patterns = Array(try #require(matchers.first?["pattern"]).elements)
    let line = try #require(patterns.first)
    let expression = try Regex(try #require(line["regexp"]?.text))
    let folder = try TemporaryFolder()
    try folder.write("{\"modulesContent\": {\"$edgeHub\": {}}}\n", to: "edge/a file.json")
    let run = try await ProgramRun(["lint", "--format", "text", "edge"], in: folder.url)
    let found = run.output.split(separator: "\n").compactMap { try? expression.wholeMatch(in: $0) }
    let codes = run.output.matches(of: #/\[([a-z0-9-]+)\]\n/#)
    #expect(!found.isEmpty)
    #expect(found.count == codes.count)
    func text(_ match: Regex<AnyRegexOutput>.Match, _ name: StaticString) throws -> String {
      let group = try #require(line[name].flatMap { Int($0.text) })
      return String(try #require(match.output[group].substring))
    }
    for (match, code) in zip(found, codes) {
      #expect(try text(match, "file") == "edge/a file.json")
      #expect(try Int(text(match, "line")) == 1)
      #expect(try Int(text(match, "column")) != nil)
      #expect(try ["error", "warning", "info"].contains(text(match, "severity")))
      #expect(try !text(match, "message").isEmpty)
      #expect(try text(match, "code") == code.1)
    }
  }
}
