internal import EdgeDiagnostics

/// A tree while some of its scalars get other texts.
///
/// Nodes keep their indices and their places in the file.
struct SubstitutedTree {
  private let original: SyntaxTree
  private var records: [NodeRecord]
  private var decodedRanges: [DecodedRange]
  private var decoded: [UInt8]
  private var texts: [UInt32: SubstitutedText] = [:]

  init(_ tree: SyntaxTree) {
    original = tree
    (records, decodedRanges, decoded) = (tree.records, tree.decodedRanges, tree.decoded)
  }

  mutating func replace(_ index: UInt32, with text: SubstitutedText) {
    let bytes = text.text
    records[Int(index)].payload = UInt32(decodedRanges.count)
    records[Int(index)].isIndirect = true
    if records[Int(index)].style == .plain { settleType(of: index, text, bytes) }
    decodedRanges.append(DecodedRange(start: UInt32(decoded.count), length: UInt32(bytes.count)))
    decoded += bytes
    texts[index] = text
  }

  /// A bare scalar takes the type of a value that is the whole of it, where there is such a type.
  private mutating func settleType(of index: UInt32, _ text: SubstitutedText, _ bytes: [UInt8]) {
    if original.schema == .json {
      if !Self.isJSONWord(bytes) { records[Int(index)].style = .jsonString }
    } else if !text.isWhole {
      records[Int(index)].tag = .string
    }
  }

  /// Whether a text is a number, `true`, `false` or `null`.
  private static func isJSONWord(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, !"{[\"".utf8.contains(first), first > 0x20,
      case .value(let end) = JSONGrammar.checkValue(bytes[...])
    else { return false }
    return end == bytes.count
  }

  /// The tree as it is now.
  var tree: SyntaxTree {
    guard !texts.isEmpty else { return original }
    return SyntaxTree(
      source: original.source, schema: original.schema, container: original.container,
      records: records, rootIndices: original.rootIndices,
      mergedMembers: original.mergedMembers, decodedRanges: decodedRanges,
      bytes: original.bytes, decoded: decoded, substitutions: texts)
  }
}

extension SyntaxTree {
  /// The scalars of a part of the tree that are no keys, in document order.
  ///
  /// - Parameter part: Whole nodes.
  func valueIndices(in part: Range<UInt32>) -> [UInt32] {
    var isKey = [Bool](repeating: false, count: part.count)
    for index in part where records[Int(index)].kind == .mapping {
      var position = index + 1
      while position < records[Int(index)].payload {
        isKey[Int(position - part.lowerBound)] = true
        let value = records[Int(position)].next(after: position)
        position = records[Int(value)].next(after: value)
      }
    }
    return part.filter {
      !isKey[Int($0 - part.lowerBound)] && records[Int($0)].kind == .scalar
    }
  }
}

extension OriginMap {
  /// Adds where each byte of a text comes from into which values were put: a value comes from its
  /// placeholder.
  ///
  /// - Parameter offset: Where the text begins in the whole decoded text; moved behind it.
  mutating func append(_ text: SubstitutedText, decoded offset: inout UInt32) {
    var map = OriginMap()
    var length: UInt32 = 0
    ScalarAlignment(text.original).append(to: &map, decoded: &length)
    var (old, new) = (UInt32(0), UInt32(0))
    for span in text.spans {
      append(map, from: old, to: UInt32(span.old.lowerBound), decoded: offset + new)
      let place = map.parentRange(
        start: UInt32(span.old.lowerBound), end: UInt32(span.old.upperBound))
      if let place, !span.new.isEmpty {
        appendUnit(
          decoded: offset + UInt32(span.new.lowerBound), parent: place.source, offset: place.start,
          length: place.end - place.start)
      }
      (old, new) = (UInt32(span.old.upperBound), UInt32(span.new.upperBound))
    }
    append(map, from: old, to: length, decoded: offset + new)
    offset += new + (length - old)
    if let end = map.parentRange(start: length, end: length) {
      appendRun(decoded: offset, parent: end.source, offset: end.start)
    }
  }

  /// Adds a part of another map, moved to another place.
  private mutating func append(
    _ map: OriginMap, from start: UInt32, to end: UInt32, decoded offset: UInt32
  ) {
    for (index, segment) in map.segments.enumerated() where start < end {
      let next = index + 1 < map.segments.count ? map.segments[index + 1].decoded : end
      let from = max(segment.decoded, start)
      guard from < min(next, end) else { continue }
      let decoded = offset + (from - start)
      if segment.unitLength > 0 {
        appendUnit(
          decoded: decoded, parent: segment.parent, offset: segment.offset,
          length: segment.unitLength)
      } else {
        appendRun(
          decoded: decoded, parent: segment.parent,
          offset: segment.offset + (from - segment.decoded))
      }
    }
  }
}
