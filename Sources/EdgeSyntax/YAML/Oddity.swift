internal import EdgeDiagnostics

/// Something in a YAML document that Kubernetes reads as another thing than it looks like.
package struct Oddity: Sendable {
  package enum Kind: Sendable, Equatable {
    /// A number with a leading zero: octal, or with an 8 or a 9 a float.
    case leadingZero
    /// A number with underscores.
    case underscore
    /// Infinity, or what is no number.
    case specialFloat
    /// A tag that nobody knows.
    case customTag
    /// A key that is no string as it is written and gets another text.
    case keyOfOtherText
    /// A key with a byte order mark before it.
    case byteOrderMark
    /// A key that a merge key behind it overwrites.
    case overwrittenByMerge
  }

  package let kind: Kind
  package let node: SyntaxNode
  /// The key of the member whose value it is; nil for keys and entries of sequences.
  package let key: SyntaxNode?
}

extension SyntaxNode {
  /// The odd nodes of a YAML document or of a part of it, in order.
  ///
  /// One walk over the records, aliases not followed.
  package var oddities: [Oddity] {
    guard tree.schema == .kubernetes else { return [] }
    return tree.oddities(from: index, to: record.next(after: index))
  }

  /// Whether something below stands for something else.
  package var hasAliases: Bool {
    let end = record.next(after: index)
    return tree.records[Int(index)..<Int(end)].contains { $0.kind == .alias }
  }

  /// The text as it is written, before anything is made of it.
  package var writtenText: String {
    let range = range
    return String(decoding: tree.bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }
}

extension SyntaxTree {
  fileprivate func oddities(from start: UInt32, to end: UInt32) -> [Oddity] {
    var found: [Oddity] = []
    var index = start
    while index < end {
      let record = records[Int(index)]
      if record.kind == .scalar {
        if let kind = oddity(of: record, at: index) {
          let node = SyntaxNode(tree: self, index: index)
          let isKey = kind == .keyOfOtherText || kind == .byteOrderMark
          found.append(Oddity(kind: kind, node: node, key: isKey ? nil : key(before: index, start)))
        }
      } else if record.kind == .mapping, record.isIndirect {
        for key in overwrittenKeys(of: index) {
          found.append(Oddity(kind: .overwrittenByMerge, node: key, key: nil))
        }
      }
      index += 1
    }
    return found
  }

  private func oddity(of record: NodeRecord, at index: UInt32) -> Oddity.Kind? {
    guard record.tag == .none else { return record.tag == .custom ? .customTag : nil }
    guard record.style == .plain, record.start < record.end else { return nil }
    let written = bytes[Int(record.start)..<Int(record.end)]
    guard !record.isIndirect else {
      // Only keys get another text on one line.
      guard substitutions[index] == nil, !written.contains(UInt8(ascii: "\n")),
        !written.contains(UInt8(ascii: "\r")),
        !decoded[decodedRanges[Int(record.payload)].range].elementsEqual(written)
      else { return nil }
      return .keyOfOtherText
    }
    switch bytes[Int(record.start)] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      return oddity(ofNumber: written)
    case UInt8(ascii: "."): return isSpecial(written) ? .specialFloat : nil
    case 0xEF: return written.starts(with: [0xEF, 0xBB, 0xBF]) ? .byteOrderMark : nil
    default: return nil
    }
  }

  private func oddity(ofNumber text: ArraySlice<UInt8>) -> Oddity.Kind? {
    var digits = text
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      digits = digits.dropFirst()
    }
    if digits.first == UInt8(ascii: ".") { return isSpecial(text) ? .specialFloat : nil }
    let hasZero =
      digits.first == UInt8(ascii: "0")
      && (digits.dropFirst().first.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ?? false)
    let hasUnderscore = digits.contains(UInt8(ascii: "_"))
    guard hasZero || hasUnderscore else { return nil }
    switch ScalarSchema.resolvePlain(text) {
    case .integer, .float: return hasZero ? .leadingZero : .underscore
    case .string, .boolean, .null: return nil
    }
  }

  private func isSpecial(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 5, case .float(let value) = ScalarSchema.resolvePlain(text) else {
      return false
    }
    return !value.isFinite
  }

  /// The scalar before a node, which is its key when it has one.
  private func key(before index: UInt32, _ start: UInt32) -> SyntaxNode? {
    guard index > start else { return nil }
    let previous = records[Int(index) - 1]
    return previous.kind == .scalar ? SyntaxNode(tree: self, index: index - 1) : nil
  }

  /// The keys before a merge key that what is merged has, too.
  private func overwrittenKeys(of mapping: UInt32) -> [SyntaxNode] {
    var before: [SyntaxNode] = []
    var overwritten: [SyntaxNode] = []
    var position = mapping + 1
    while position < records[Int(mapping)].payload {
      let value = records[Int(position)].next(after: position)
      let key = SyntaxNode(tree: self, index: position)
      if key.style == .plain, key.hasText("<<") {
        let merged = SyntaxNode(tree: self, index: value)
        let sources = merged.isSequence ? Array(merged.elements) : [merged]
        overwritten += before.filter { earlier in
          sources.contains { $0.members.contains { $0.key.hasSameText(as: earlier) } }
        }
      } else {
        before.append(key)
      }
      position = records[Int(value)].next(after: value)
    }
    return overwritten
  }
}
