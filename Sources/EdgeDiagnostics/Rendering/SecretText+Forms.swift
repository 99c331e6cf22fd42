/// Secrets that are known by their form: passwords in URLs, and private keys.
extension SecretText {
  private static let privateKey = Array("PRIVATE KEY-----".utf8)
  private static let keyEnd = Array("-----END".utf8)

  func formedSecrets(from start: Int, to end: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var position = start
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: ":"):
        if let password = passwordOfURL(at: position) { ranges.append(password) }
        position += 1
      case UInt8(ascii: "P") where bytes[position...].starts(with: Self.privateKey):
        let key = keyBody(from: position + Self.privateKey.count)
        if !key.isEmpty { ranges.append(key) }
        position = max(key.upperBound, position + 1)
      default: position += 1
      }
    }
    return ranges
  }

  /// The password of `scheme://user:password@host`, where `://` stands at an offset.
  private func passwordOfURL(at offset: Int) -> Range<Int>? {
    guard bytes[offset...].starts(with: "://".utf8) else { return nil }
    let start = offset + 3
    let isEnd = { (byte: UInt8) in byte <= 0x20 || "/?#\"'\\<>".utf8.contains(byte) }
    let authority = bytes[start...].prefix { !isEnd($0) }
    guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
      let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":")), colon + 1 < at,
      !isOpaque(bytes[(colon + 1)..<at])
    else { return nil }
    return (colon + 1)..<at
  }

  /// What stands between the lines around a key; to the end, where there is none.
  private func keyBody(from start: Int) -> Range<Int> {
    var position = start
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "-"), bytes[position...].starts(with: Self.keyEnd) {
        return start..<position
      }
      position += 1
    }
    return start..<position
  }
}
