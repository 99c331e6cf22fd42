package import EdgeDiagnostics
package import EdgeSyntax

/// What the files of an input say should not be told: comments, and annotations of objects.
package struct Suppressions: Sendable {
  /// One rule that is suppressed in one place.
  private struct Entry: Sendable {
    var name: String
    /// The file.
    var source: SourceID
    /// Where findings have to begin.
    var scope: Scope
    var suppression: Suppression
    /// Where the name of the rule stands.
    var place: SourceRange
  }

  private enum Scope: Sendable {
    case file
    case bytes(Range<Int>)

    func contains(_ offset: Int) -> Bool {
      switch self {
      case .file: true
      case .bytes(let range): range.contains(offset)
      }
    }
  }

  private var entries: [Entry] = []
  private struct Key: Hashable, Sendable {
    var source: SourceID
    var rule: String
  }

  /// The positions of the entries of each rule in each file.
  private var index: [Key: [Int]] = [:]
  /// Suppressions that give no reason.
  private var withoutReason: [(name: String, place: SourceRange)] = []

  /// Finds what suppresses rules in some files.
  ///
  /// - Parameters:
  ///   - files: The files, each with its documents.
  package init(files: [(source: SourceID, documents: [SyntaxNode])], sources: SourceManager) {
    for file in files {
      let bytes = sources[file.source].bytes
      guard bytes[...].contains(text: "edgekit") else { continue }
      let outline = Outline(file.documents)
      addComments(of: file.source, bytes, outline)
      for annotation in outline.annotations { add(annotation, in: file.source) }
    }
  }

  private mutating func add(_ entry: Entry) {
    index[Key(source: entry.source, rule: entry.name), default: []].append(entries.count)
    entries.append(entry)
    if entry.suppression.reason == nil { withoutReason.append((entry.name, entry.place)) }
  }

  private mutating func addComments(of file: SourceID, _ bytes: [UInt8], _ outline: Outline) {
    for comment in SuppressionComment.all(in: bytes, isText: { outline.isText($0, in: bytes) }) {
      let scope: Scope
      if comment.isForFile {
        guard comment.range.lowerBound <= outline.start ?? 0 else { continue }
        scope = .file
      } else if comment.isTrailing {
        scope = .bytes(bytes.line(around: comment.range.lowerBound))
      } else {
        let node = outline.node(
          after: comment.range.upperBound, isElement: comment.followsDash, in: bytes)
        scope = .bytes(node ?? comment.range)
      }
      for name in comment.names {
        add(
          Entry(
            name: name.text, source: file, scope: scope,
            suppression: Suppression(.inline, reason: comment.reason),
            place: SourceRange(
              source: file, start: UInt32(name.range.lowerBound), end: UInt32(name.range.upperBound)
            )))
      }
    }
  }

  private mutating func add(_ annotation: Outline.Annotation, in file: SourceID) {
    let reason = annotation.value.isString ? annotation.value.text : ""
    add(
      Entry(
        name: annotation.rule, source: file, scope: .bytes(annotation.scope),
        suppression: Suppression(.annotation, reason: reason.isEmpty ? nil : reason),
        place: annotation.key.range))
  }

  // MARK: - Applying

  /// Marks the findings that are suppressed, and reports suppressions that suppress nothing.
  ///
  /// - Parameters:
  ///   - isEnabled: Whether a rule runs; what it would have found is not known otherwise.
  ///   - requiresReason: Whether a suppression without a reason is a finding.
  package func apply(
    to sink: inout DiagnosticSink, sources: SourceManager, isEnabled: (RuleInfo) -> Bool,
    requiresReason: Bool
  ) {
    guard !entries.isEmpty else { return }
    var used = Set<Int>()
    sink.updateEach { diagnostic in
      guard let place = diagnostic.place(in: sources) else { return }
      let key = Key(source: place.source, rule: diagnostic.rule.name)
      for position in index[key] ?? []
      where entries[position].scope.contains(Int(place.start)) {
        used.insert(position)
        diagnostic.suppression = diagnostic.suppression ?? entries[position].suppression
      }
    }
    for (position, entry) in entries.enumerated() where !used.contains(position) {
      reportUnused(entry, in: &sink, isEnabled: isEnabled)
    }
    guard requiresReason else { return }
    for (name, place) in withoutReason {
      sink.report(
        Diagnostic(
          .suppressionReasonMissing, "the suppression of '\(name)' gives no reason", at: place,
          help: "say after the bracket, or as the value of the annotation, why it is in order"))
    }
  }

  private func reportUnused(
    _ entry: Entry, in sink: inout DiagnosticSink, isEnabled: (RuleInfo) -> Bool
  ) {
    guard let rule = Rule.all.first(where: { $0.name == entry.name }) else {
      return sink.report(
        Diagnostic(
          .unusedSuppression, "there is no rule '\(entry.name)'", at: entry.place,
          help: RuleSelector.advice(for: entry.name)))
    }
    guard isEnabled(rule.info) else { return }
    sink.report(
      Diagnostic(
        .unusedSuppression, "nothing here breaks '\(entry.name)'", at: entry.place,
        help: "remove it from the suppression"))
  }
}

/// Where the nodes of a file's documents lie.
private struct Outline {
  /// An annotation `edgekit/ignore-NAME`.
  struct Annotation {
    var rule: String
    var key: SyntaxNode
    var value: SyntaxNode
    /// The object, or the pod template, that it stands in.
    var scope: Range<Int>
  }

  /// Scalars, in order.
  private var scalars: [(range: Range<Int>, node: SyntaxNode)] = []
  /// Members and elements: what a comment on a line of its own may speak of, in order.
  private var items: [(range: Range<Int>, isElement: Bool)] = []
  private(set) var annotations: [Annotation] = []
  /// Where the first document begins.
  private(set) var start: Int?

  private static let annotationPrefix = "edgekit/ignore-"

  init(_ documents: [SyntaxNode]) {
    start = documents.map { Int($0.range.start) }.min()
    for document in documents { add(document, object: document) }
    scalars.sort { $0.range.lowerBound < $1.range.lowerBound }
    items.sort {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
  }

  /// - Parameter object: What annotations found below speak of.
  private mutating func add(_ node: SyntaxNode, object: SyntaxNode) {
    switch node.kind {
    case .mapping:
      // A pod template has metadata and a spec of its own, and so has an item of a list.
      let isObject = node["metadata"]?.isMapping == true
      let object = isObject ? node : object
      for member in node.members {
        items.append((member.range.bytes, false))
        scalars.append((member.key.range.bytes, member.key))
        if isObject, member.key.hasText("metadata") {
          addAnnotations(member.value["annotations"], of: object)
        }
        add(member.value, object: object)
      }
    case .sequence:
      for element in node.elements {
        items.append((element.range.bytes, true))
        add(element, object: object)
      }
    default: scalars.append((node.range.bytes, node))
    }
  }

  private mutating func addAnnotations(_ node: SyntaxNode?, of object: SyntaxNode) {
    guard let node else { return }
    for member in node.members where member.key.utf8.starts(with: Self.annotationPrefix.utf8) {
      annotations.append(
        Annotation(
          rule: String(member.key.text.dropFirst(Self.annotationPrefix.utf8.count)),
          key: member.key, value: member.value, scope: object.range.bytes))
    }
  }

  /// Whether a byte is part of a value. The line that opens a block scalar is not: a comment may end
  /// it.
  func isText(_ offset: Int, in bytes: [UInt8]) -> Bool {
    var low = 0
    var high = scalars.count
    while low < high {
      let middle = (low + high) / 2
      if scalars[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return false }
    let range = scalars[low - 1].range
    guard range.contains(offset) else { return false }
    let isBlock =
      bytes[range.lowerBound] == UInt8(ascii: "|") || bytes[range.lowerBound] == UInt8(ascii: ">")
    return !isBlock || bytes[range.lowerBound..<offset].contains(0x0A)
  }

  /// The member or element that follows a comment: of those that begin together, the element when its
  /// dash stands between, else the member.
  ///
  /// - Parameter isElement: Whether the dash stands before the comment.
  func node(after offset: Int, isElement: Bool, in bytes: [UInt8]) -> Range<Int>? {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if items[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    guard low < items.count else { return nil }
    let first = items[low]
    let together = items[low...].prefix { $0.range.lowerBound == first.range.lowerBound }
    let between = bytes[offset..<first.range.lowerBound]
    let isElement =
      isElement || between.contains(UInt8(ascii: "-")) || between.contains(UInt8(ascii: "["))
    return (together.first { $0.isElement == isElement } ?? first).range
  }
}

extension SourceRange {
  fileprivate var bytes: Range<Int> { Int(start)..<max(Int(start), Int(end)) }
}

extension [UInt8] {
  /// The line that an offset is in, without its end.
  fileprivate func line(around offset: Int) -> Range<Int> {
    let start = self[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = self[offset...].firstIndex(of: 0x0A) ?? count
    return start..<end
  }
}
