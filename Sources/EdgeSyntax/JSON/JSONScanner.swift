internal import EdgeDiagnostics

/// Finds the nodes of a text that jansson has accepted, with their places.
///
/// Cannot fail on such text, except at the limit of nesting; jansson says what is JSON, this says
/// where.
struct JSONScanner {
  /// Levels of objects and arrays in each other.
  static let depthLimit = 100

  private let source: SourceID
  private let duplicateKeyRule: RuleInfo
  /// The text jansson accepted: the source, or the source with comments blanked.
  private let bytes: [UInt8]
  private var position: Int
  private(set) var builder = SyntaxTreeBuilder()
  private var scratch: [UInt8] = []

  /// - Parameter value: Where the value is, as jansson says.
  init(source: SourceID, bytes: [UInt8], value: Range<Int>, duplicateKeyRule: RuleInfo) {
    self.source = source
    self.bytes = bytes
    self.duplicateKeyRule = duplicateKeyRule
    position = value.lowerBound
    builder.reserve(forBytes: value.count, perNode: 16)
  }

  /// Scans one value.
  ///
  /// - Returns: False at the limit of nesting, which the sink then tells.
  mutating func scanValue(reporting sink: inout DiagnosticSink) -> Bool {
    var isObject: [Bool] = []
    repeat {
      skipBlanks()
      guard position < bytes.count else { break }
      switch bytes[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard isObject.count < Self.depthLimit else {
          let range = SourceRange(
            source: source, start: UInt32(position), end: UInt32(position + 1))
          sink.report(Self.tooDeep(at: range))
          return false
        }
        let opensObject = bytes[position] == UInt8(ascii: "{")
        builder.begin(opensObject ? .mapping : .sequence, start: UInt32(position))
        isObject.append(opensObject)
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        position += 1
        let index = builder.end(at: UInt32(position))
        if isObject.popLast() == true {
          MappingKeys(mapping: index, source: source)
            .reportDuplicates(builder, in: bytes, rule: duplicateKeyRule, reporting: &sink)
        }
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        position += 1
      case UInt8(ascii: "\""):
        scanString()
      default:
        scanWord()
      }
    } while !isObject.isEmpty
    builder.endRoot()
    return true
  }

  /// - Parameter range: The first bracket beyond the limit.
  static func tooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .jsonTooDeep, "nesting is deeper than \(depthLimit) levels", at: range,
      help: "flatten the structure")
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  /// A number, `true`, `false` or `null`.
  private mutating func scanWord() {
    let start = position
    scan: while position < bytes.count {
      switch bytes[position] {
      case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"): break scan
      default: position += 1
      }
    }
    builder.appendScalar(start: UInt32(start), end: UInt32(position), style: .plain)
  }

  private mutating func scanString() {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      guard bytes[position] != UInt8(ascii: "\\") else { return scanEscapedString(from: start) }
      position += 1
    }
    position += 1
    builder.appendScalar(start: UInt32(start), end: UInt32(position), style: .jsonString)
  }

  private mutating func scanEscapedString(from start: Int) {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: bytes[(start + 1)..<position])
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") {
        let escape = JSONEscape(bytes, at: position)
        scratch.append(contentsOf: escape.text)
        position += escape.length
      } else {
        scratch.append(bytes[position])
        position += 1
      }
    }
    position += 1
    unsafe scratch.withUnsafeBufferPointer { text in
      unsafe builder.appendScalar(
        start: UInt32(start), end: UInt32(position), decodedText: text, style: .jsonString)
    }
  }
}

/// One escape of a JSON string: what is written and what it stands for.
struct JSONEscape {
  /// Bytes as written, for example 6 for `\u00e9` and 12 for a surrogate pair.
  let length: Int
  /// The bytes it stands for.
  let text: [UInt8]

  /// - Parameter position: Where the backslash is, in text that jansson has accepted.
  init(_ bytes: [UInt8], at position: Int) {
    guard position + 1 < bytes.count else {
      (length, text) = (1, [])
      return
    }
    switch bytes[position + 1] {
    case UInt8(ascii: "b"): (length, text) = (2, [0x08])
    case UInt8(ascii: "f"): (length, text) = (2, [0x0C])
    case UInt8(ascii: "n"): (length, text) = (2, [0x0A])
    case UInt8(ascii: "r"): (length, text) = (2, [0x0D])
    case UInt8(ascii: "t"): (length, text) = (2, [0x09])
    case UInt8(ascii: "u"):
      let high = Self.codeUnit(bytes, at: position + 2)
      if high & 0xFC00 == 0xD800 {
        let low = Self.codeUnit(bytes, at: position + 8)
        let value = 0x10000 + ((high & 0x3FF) << 10) + (low & 0x3FF)
        (length, text) = (12, Self.utf8(value))
      } else {
        (length, text) = (6, Self.utf8(high))
      }
    case let byte: (length, text) = (2, [byte])
    }
  }

  private static func utf8(_ value: UInt32) -> [UInt8] {
    Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
  }

  private static func codeUnit(_ bytes: [UInt8], at position: Int) -> UInt32 {
    let digits = bytes[min(position, bytes.count)..<min(position + 4, bytes.count)]
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xFFFD
  }
}
