extension ArraySlice<UInt8> {
  /// Whether a text of at least two bytes is somewhere in it.
  func contains(text: String) -> Bool {
    let text = Array(text.utf8)
    let bytes = span
    var index = 0
    while index + text.count <= bytes.count {
      // Most places are not even looked at closely.
      if bytes[index] == text[0], bytes[index + 1] == text[1],
        self[(startIndex + index)...].starts(with: text)
      {
        return true
      }
      index += 1
    }
    return false
  }
}
