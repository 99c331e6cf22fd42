internal import EdgeDiagnostics

/// What Kubernetes makes of the keys of one mapping, checked when it is complete.
struct MappingKeys {
  let mapping: UInt32
  let source: SourceID

  /// Turns keys into strings, reports duplicates, resolves merge keys.
  ///
  /// - Parameter bytes: The whole text of the source.
  /// - Returns: False when a key cannot be a key, so that the document has no meaning.
  func check(
    _ builder: inout SyntaxTreeBuilder, in bytes: [UInt8], merges: Bool,
    reporting sink: inout DiagnosticSink
  ) -> Bool {
    guard resolveKeys(&builder, in: bytes, reporting: &sink) else { return false }
    if merges, !merge(&builder, in: bytes, reporting: &sink) { return false }
    reportDuplicates(builder, in: bytes, rule: .yamlDuplicateKey, reporting: &sink)
    return true
  }

  // MARK: - Keys as strings

  /// JSON has only string keys: `on` becomes `true` and `0x10` becomes `16`.
  ///
  /// Source: kubernetes-sigs/yaml yaml.go (convertToJSONableObject).
  private func resolveKeys(
    _ builder: inout SyntaxTreeBuilder, in bytes: [UInt8], reporting sink: inout DiagnosticSink
  ) -> Bool {
    var position = mapping + 1
    let end = builder.next(after: mapping)
    while position < end {
      let key = builder.resolved(position)
      let record = builder.records[Int(key)]
      guard record.kind == .scalar else {
        sink.report(unsupportedKey(position, builder, in: bytes))
        return false
      }
      if record.style == .plain || record.tag != .none, record.tag != .string,
        ScalarSchema.mayBeOtherThanString(builder.firstByte(of: record, in: bytes)),
        let text = jsonKey(builder.text(of: key, in: bytes), record)
      {
        guard !text.isEmpty else {
          sink.report(
            Diagnostic(
              .yamlNullKey, "a key is null", at: range(of: position, builder),
              help: "write a name before the colon, or quote it"))
          return false
        }
        builder.replaceText(of: position, with: text.utf8)
      }
      position = builder.next(after: builder.next(after: position))
    }
    return true
  }

  /// The JSON spelling of a key that is not a string as written; empty for null.
  private func jsonKey(_ text: ArraySlice<UInt8>, _ record: NodeRecord) -> String? {
    switch ScalarSchema.kubernetes.resolve(text, style: record.style, tag: record.tag) {
    case .string: nil
    case .null: ""
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): value.text
    case .float(let value): floatKey(Float(value))
    }
  }

  /// A number with 32-bit precision, which is what a float has as a key.
  private func floatKey(_ value: Float) -> String {
    if value.isNaN { return ".nan" }
    if value.isInfinite { return value < 0 ? "-.inf" : ".inf" }
    return ShortestDecimal(value).goGeneral
  }

  private func unsupportedKey(
    _ index: UInt32, _ builder: SyntaxTreeBuilder, in bytes: [UInt8]
  ) -> Diagnostic {
    let range = range(of: index, builder)
    let text = bytes[Int(range.start)..<Int(range.end)]
    let (before, after) = (Int(range.start) - 1, Int(range.end))
    if text.starts(with: "{".utf8), before >= 0, bytes[before] == UInt8(ascii: "{"),
      after < bytes.count, bytes[after] == UInt8(ascii: "}")
    {
      return YAMLProblem.helmTemplate(at: SourceRange(range.source, before..<(after + 1)))
    }
    return Diagnostic(
      .yamlUnsupportedKey, "a mapping or sequence is used as a key", at: range,
      help: "quote the text if it is meant as text")
  }

  // MARK: - Merge keys

  private func merge(
    _ builder: inout SyntaxTreeBuilder, in bytes: [UInt8], reporting sink: inout DiagnosticSink
  ) -> Bool {
    var members = MergedMembers()
    for member in builder.members(of: mapping) {
      guard isMergeKey(member.key, builder, in: bytes) else {
        members.set(member, builder, in: bytes)
        continue
      }
      guard let sources = mergeSources(of: member.value, builder) else {
        sink.report(
          Diagnostic(
            .yamlMergeValue, "'<<' takes a mapping, or a sequence of mappings",
            at: range(of: member.value, builder), help: "use an alias to a mapping, or quote '<<'"))
        return false
      }
      // go-yaml merges at the place of the key, so that a merged member also replaces one that was
      // written before; of several mappings the first wins.
      for source in sources.reversed() {
        for merged in builder.members(of: source) { members.set(merged, builder, in: bytes) }
      }
    }
    builder.setMergedMembers(members.inOrder, of: mapping)
    return true
  }

  private func isMergeKey(
    _ index: UInt32, _ builder: SyntaxTreeBuilder, in bytes: [UInt8]
  ) -> Bool {
    let record = builder.records[Int(index)]
    return record.kind == .scalar && record.style == .plain
      && (record.tag == .none || record.tag == .merge)
      && builder.text(of: index, in: bytes).elementsEqual("<<".utf8)
  }

  private func mergeSources(of value: UInt32, _ builder: SyntaxTreeBuilder) -> [UInt32]? {
    let value = builder.resolved(value)
    let record = builder.records[Int(value)]
    switch record.kind {
    case .mapping: return [value]
    case .sequence:
      var sources: [UInt32] = []
      var position = value + 1
      while position < builder.next(after: value) {
        let element = builder.resolved(position)
        guard builder.records[Int(element)].kind == .mapping else { return nil }
        sources.append(element)
        position = builder.next(after: position)
      }
      return sources
    case .scalar, .alias: return nil
    }
  }

  // MARK: - Duplicates

  /// Reports each key that another of the same text stands before.
  func reportDuplicates(
    _ builder: SyntaxTreeBuilder, in bytes: [UInt8], rule: RuleInfo,
    reporting sink: inout DiagnosticSink
  ) {
    guard mayHaveDuplicates(builder, in: bytes) else { return }
    let end = builder.next(after: mapping)
    let firsts = firstKeys(builder, in: bytes)
    var position = mapping + 1
    while position < end {
      if let first = firsts[position] {
        sink.report(duplicate(position, of: first, builder, in: bytes, rule: rule))
      }
      position = builder.next(after: builder.next(after: position))
    }
  }

  /// Whether the keys are too many for a quick look, or two of them look the same.
  private func mayHaveDuplicates(_ builder: SyntaxTreeBuilder, in bytes: [UInt8]) -> Bool {
    let limit = 16
    let end = builder.next(after: mapping)
    return unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: limit) { known in
      var count = 0
      var position = mapping + 1
      while position < end {
        let signature = builder.signature(of: position, in: bytes)
        for index in 0..<count where unsafe known[index] == signature { return true }
        guard count < limit else { return true }
        unsafe known[count] = signature
        count += 1
        position = builder.next(after: builder.next(after: position))
      }
      return false
    }
  }

  /// For each key of a large mapping that is not the first of its text, the first.
  private func firstKeys(_ builder: SyntaxTreeBuilder, in bytes: [UInt8]) -> [UInt32: UInt32] {
    var firsts: [UInt32: UInt32] = [:]
    var known: [ArraySlice<UInt8>: UInt32] = [:]
    for member in builder.membersAsWritten(of: mapping) {
      guard !isMergeKey(member.key, builder, in: bytes) else { continue }
      let text = builder.text(of: builder.resolved(member.key), in: bytes)
      if let first = known[text] { firsts[member.key] = first } else { known[text] = member.key }
    }
    return firsts
  }

  private func duplicate(
    _ index: UInt32, of first: UInt32, _ builder: SyntaxTreeBuilder, in bytes: [UInt8],
    rule: RuleInfo
  ) -> Diagnostic {
    let key = builder.text(of: builder.resolved(index), in: bytes)
    return Diagnostic(
      rule, "key '\(String(decoding: key, as: UTF8.self))' is given twice",
      at: range(of: index, builder),
      labels: [.init("first given here", at: range(of: first, builder))],
      help: "keep one of the two; readers silently take the last")
  }

  private func range(of index: UInt32, _ builder: SyntaxTreeBuilder) -> SourceRange {
    let record = builder.records[Int(index)]
    return SourceRange(source: source, start: record.start, end: record.end)
  }
}

/// The members of a mapping while merge keys are resolved: one for each text of a key.
private struct MergedMembers {
  private(set) var inOrder: [MergedMember] = []
  private var positions: [ArraySlice<UInt8>: Int] = [:]

  mutating func set(_ member: MergedMember, _ builder: SyntaxTreeBuilder, in bytes: [UInt8]) {
    let text = builder.text(of: builder.resolved(member.key), in: bytes)
    if let position = positions[text] {
      inOrder[position] = member
    } else {
      positions[text] = inOrder.count
      inOrder.append(member)
    }
  }
}
