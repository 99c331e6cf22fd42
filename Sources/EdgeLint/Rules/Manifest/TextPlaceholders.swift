/// Places of a text that stand for something else.
enum TextPlaceholders {
  /// Each `${…}` with something in it that is not written `$${…}`.
  static func braced(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = 0
    while let dollar = text[position...].firstIndex(of: UInt8(ascii: "$")) {
      position = dollar + 1
      let rest = text[position...]
      if rest.starts(with: "${".utf8) {
        position += 2
      } else if rest.first == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}")) {
        if end > dollar + 2 { found.append(dollar..<(end + 1)) }
        position = end + 1
      }
    }
    return found
  }

  /// Each `$name`; names begin with a letter or `_`.
  static func bare(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = 0
    while let dollar = text[position...].firstIndex(of: UInt8(ascii: "$")) {
      let name = text[(dollar + 1)...].prefix(while: isNameByte)
      if let first = name.first, !(0x30...0x39 ~= first) { found.append(dollar..<name.endIndex) }
      position = max(name.endIndex, dollar + 1)
    }
    return found
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
    default: false
    }
  }
}
