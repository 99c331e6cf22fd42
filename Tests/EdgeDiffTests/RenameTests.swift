import EdgeDiff
import Testing

/// What only has another name is told as that, where there is no doubt.
@Suite struct RenameTests {
  private func manifest(_ modules: [String: String], twins: [String: String] = [:]) -> String {
    let list = modules.sorted { $0.key < $1.key }
      .map { #""\#($0)": {"settings": {"image": "\#($1)"}}"# }.joined(separator: ", ")
    let others = twins.sorted { $0.key < $1.key }
      .map { #", "\#($0)": {"properties.desired": {"a": \#($1)}}"# }.joined()
    return Compared.manifest(agent: #"{"modules": {\#(list)}}"#, others: others)
  }

  @Test func `a module with the same content was renamed`() throws {
    let compared = try Compared(manifest(["a": "x:1"]), manifest(["b": "x:1"]))
    #expect(compared.lines == ["rename module a: "])
    #expect(
      compared.text == """
        > module a → b
        1 change: 0 added, 0 removed, 0 changed, 1 renamed

        """)
  }

  @Test func `a twin goes along`() throws {
    #expect(
      try Compared(
        manifest(["a": "x:1"], twins: ["a": "1"]), manifest(["b": "x:1"], twins: ["b": "1"])
      ).lines == ["rename module a: "])
    #expect(
      try Compared(
        manifest(["a": "x:1"], twins: ["a": "1"]), manifest(["b": "x:1"], twins: ["b": "2"])
      ).lines == ["remove module a: ", "add module b: ", "remove twin a: ", "add twin b: "])
  }

  @Test func `nothing is guessed`() throws {
    #expect(
      try Compared(manifest(["a": "x:1"]), manifest(["b": "x:1", "c": "x:1"])).lines
        == ["remove module a: ", "add module b: ", "add module c: "])
    #expect(
      try Compared(manifest(["a": "x:1"]), manifest(["b": "x:2"])).lines
        == ["remove module a: ", "add module b: "])
  }
}
