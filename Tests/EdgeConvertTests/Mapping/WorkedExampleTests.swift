import EdgeTestSupport
import Testing

/// The examples that the mapping of pods and modules was designed with give what was designed.
@Suite struct WorkedExampleTests {
  /// Examples that do not give it yet; one that does fails until it is taken out of the list.
  private static let knownIssues: Set<String> = [
    "E32"
  ]

  @Test(arguments: WorkedExample.ofPods)
  func podsBecomeModules(_ example: WorkedExample) throws {
    try check(example.name) { try example.checkPods() }
  }

  @Test(arguments: WorkedExample.ofModules)
  func modulesBecomePods(_ example: WorkedExample) throws {
    try check("\(example.name) to Kubernetes") { try example.checkModules() }
  }

  @Test(arguments: WorkedExample.ofModules)
  func podsOfModulesBecomeTheModules(_ example: WorkedExample) throws {
    try check("\(example.name) back") { try example.checkWayBack() }
  }

  @Test func knownIssuesAreOfExamples() {
    let names = WorkedExample.all.map(\.name)
    #expect(
      Self.knownIssues.filter { issue in
        !names.contains(issue.split(separator: " ").first.map(String.init) ?? "")
      }.sorted() == [])
  }

  private func check(_ name: String, _ work: () throws -> Void) throws {
    if Self.knownIssues.contains(name) {
      withKnownIssue { try work() }
    } else {
      try work()
    }
  }
}
