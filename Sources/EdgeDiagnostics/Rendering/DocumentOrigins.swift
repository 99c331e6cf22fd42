/// Finds what a document of a piped stream was rendered from.
///
/// `helm template` writes a comment `# Source: chart/templates/name.yaml` below the separator of each
/// document, `kustomize build` an annotation `config.kubernetes.io/origin` with the path.
///
/// Source: helm/helm pkg/action/action.go (renderResources); kubernetes-sigs/kustomize
/// api/resource/origin.go and api/internal/utils/annotations.go.
struct DocumentOrigins {
  private let bytes: [UInt8]
  /// Longer lines say nothing of interest.
  private static let lineLimit = 4096
  /// The document that was asked for last.
  private var start = 0
  private var end = 0
  private var origin: String?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The origin of the document around a byte offset.
  ///
  /// Quick for ascending offsets: a document is walked once.
  mutating func origin(of offset: Int) -> String? {
    if offset < start || offset >= end { enterDocument(around: offset) }
    return origin
  }

  private mutating func enterDocument(around offset: Int) {
    start = startOfLine(at: min(offset, bytes.count))
    while start > 0, !isSeparator(at: start) { start = startOfLine(at: start - 1) }
    origin = nil
    var isHead = true
    var position = nextLine(after: start)
    if !isSeparator(at: start) { position = start }
    while position < bytes.count, !isSeparator(at: position) {
      let next = nextLine(after: position)
      let line = next - position > Self.lineLimit ? [] : bytes[position..<next].drop { $0 <= 0x20 }
      if isHead, let path = text(at: position).value(after: "# Source:") {
        origin = path
      } else if origin == nil, line.starts(with: "config.kubernetes.io/origin:".utf8) {
        origin = path(below: position)
      }
      if let first = line.first, first != UInt8(ascii: "#") { isHead = false }
      position = next
    }
    end = max(position, min(offset, bytes.count) + 1)
  }

  /// The `path:` in the block of text that the annotation at an offset has.
  private func path(below annotation: Int) -> String? {
    let indentation = indentation(at: annotation)
    var position = nextLine(after: annotation)
    while position < bytes.count, self.indentation(at: position) > indentation {
      if let path = text(at: position).value(after: "path:") { return path }
      position = nextLine(after: position)
    }
    return nil
  }

  // MARK: - Lines

  private func startOfLine(at offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  private func nextLine(after offset: Int) -> Int {
    var next = offset
    while next < bytes.count, bytes[next] != UInt8(ascii: "\n") { next += 1 }
    return min(next + 1, bytes.count)
  }

  private func isSeparator(at offset: Int) -> Bool {
    bytes[offset...].starts(with: "---".utf8)
  }

  private func indentation(at offset: Int) -> Int {
    bytes[offset...].prefix { $0 == UInt8(ascii: " ") }.count
  }

  /// The line at an offset without the blanks around it.
  private func text(at offset: Int) -> String {
    let line = bytes[offset...].prefix(Self.lineLimit).prefix { $0 != UInt8(ascii: "\n") }
    guard line.count < Self.lineLimit else { return "" }
    return String(decoding: line.trimmingBlanks, as: UTF8.self)
  }
}

extension String {
  /// What follows a word at the beginning, without blanks; nil when there is nothing.
  fileprivate func value(after word: String) -> String? {
    guard hasPrefix(word) else { return nil }
    let value = String(
      decoding: Array(utf8.dropFirst(word.utf8.count))[...].trimmingBlanks, as: UTF8.self)
    return value.isEmpty ? nil : value
  }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmingBlanks: ArraySlice<UInt8> {
    var text = drop { $0 <= 0x20 }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return text
  }
}
