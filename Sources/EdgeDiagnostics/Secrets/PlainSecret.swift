/// Finds keys by the words before them.
package enum PlainSecret {
  private static let names: [(name: String, kind: String)] = [
    ("SharedAccessKey", "a shared access key"), ("AccountKey", "the key of an account"),
    ("sig", "a signature"),
  ]

  /// The words before the first key, in bytes of the text, and what kind of key it is.
  package static func first(in text: ArraySlice<UInt8>) -> (part: Range<Int>, kind: String)? {
    assignedKey(in: text) ?? privateKey(in: text)
  }

  /// Whether a text has a private key in it.
  package static func hasPrivateKey(_ text: ArraySlice<UInt8>) -> Bool {
    privateKey(in: text) != nil
  }

  private static func assignedKey(in text: ArraySlice<UInt8>) -> (Range<Int>, String)? {
    var start = text.startIndex
    while let equals = text[start...].firstIndex(of: UInt8(ascii: "=")) {
      start = equals + 1
      for (name, kind) in names where text[..<equals].ends(with: name.utf8) {
        let first = equals - name.utf8.count
        // A part of a longer word is another word.
        let isWord = first == text.startIndex || !isAlphanumeric(text[first - 1])
        guard isWord, isKey(text[start...]) else { continue }
        // The other parts of a signature are near.
        guard name != "sig" || text[..<first].suffix(512).contains(word: "sr=") else { continue }
        return (first - text.startIndex..<equals - text.startIndex, kind)
      }
    }
    return nil
  }

  /// Whether a text begins with at least 16 characters such as encoded keys have.
  private static func isKey(_ text: ArraySlice<UInt8>) -> Bool {
    text.prefix { isAlphanumeric($0) || "+/%-_".utf8.contains($0) }.count >= 16
  }

  private static func privateKey(in text: ArraySlice<UInt8>) -> (Range<Int>, String)? {
    var start = text.startIndex
    while let dash = text[start...].firstIndex(of: UInt8(ascii: "-")) {
      start = dash + 1
      guard text[dash...].starts(with: "-----BEGIN ".utf8) else { continue }
      let line = text[dash...].prefix(64).prefix { $0 >= 0x20 }
      guard let end = line.firstEnd(of: "PRIVATE KEY-----") else { continue }
      return (dash - text.startIndex..<end - text.startIndex, "a private key")
    }
    return nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with word: String.UTF8View) -> Bool {
    count >= word.count && suffix(word.count).elementsEqual(word)
  }

  fileprivate func contains(word: String) -> Bool { firstEnd(of: word) != nil }

  /// Just behind the first place of a word.
  fileprivate func firstEnd(of word: String) -> Int? {
    guard let letter = word.utf8.first else { return nil }
    var start = startIndex
    while let index = self[start...].firstIndex(of: letter) {
      if self[index...].starts(with: word.utf8) { return index + word.utf8.count }
      start = index + 1
    }
    return nil
  }
}
