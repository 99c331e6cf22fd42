internal import EdgeDiagnostics

extension Rule {
  static let docEmpty = Rule(
    "doc-empty", .info, "file without any object",
    explanation: """
      There is nothing but comments, separators and blank lines in the file, so kubectl says that \
      no objects were passed. Remove the file, or find out where its content went.
      """,
    source: "kubernetes/kubectl pkg/cmd/apply/apply.go",
    examples: {
      [
        .flags(.file("a.yaml"), "⟦# The objects are in the other folder.⟧\n---\n"),
        .flags(.file("a.yaml"), "⟦---⟧\n\n---\n# nothing\n"),
        .passes(.file("a.yaml"), "# The one object\na: 1\n"),
        .passes(.file("a.yaml"), "--- text\n"),
      ]
    },
    check: .file { file, context in
      guard let place = placeInEmptyText(file.bytes) else { return }
      context.report(
        "there is no object in this file", at: file.range(place), pointer: nil,
        help: "remove the file, or write an object with 'apiVersion' and 'kind'")
    })

  /// The first line of a text that has nothing but comments and separators; nil for any other.
  private static func placeInEmptyText(_ bytes: [UInt8]) -> Range<Int>? {
    var place: Range<Int>?
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var line = bytes[start..<end]
      while let last = line.last, last <= 0x20 { line.removeLast() }
      var content = line
      if content.starts(with: "---".utf8) { content = content.dropFirst(3) }
      content = content.drop { $0 <= 0x20 }
      guard content.isEmpty || content.first == UInt8(ascii: "#") else { return nil }
      if place == nil, !line.isEmpty { place = line.startIndex..<line.endIndex }
      start = end + 1
    }
    return place ?? 0..<0
  }
}
