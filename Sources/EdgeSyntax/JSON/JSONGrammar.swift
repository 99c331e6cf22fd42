internal import CJansson

/// Asks jansson whether a text is JSON. The only file that touches `json_t`.
///
/// jansson is the authority on grammar; its values are thrown away, because they carry no positions
/// and reprint numbers. Numbers of any size are in order: only their grammar is checked.
enum JSONGrammar {
  /// What jansson says of a text.
  enum Verdict {
    /// One value, which ends before this offset.
    case value(end: Int)
    /// The token that ends at this offset cannot stand there.
    case problem(JSONGrammar.Problem)
  }

  struct Problem {
    enum Cause { case syntax, prematureEnd, invalidUTF8, nulCharacter, tooDeep }

    var cause: Cause
    /// jansson's words, for example `'}' expected near 'x'`.
    var text: String
    /// The byte offset just past the offending token.
    var end: Int
  }

  /// Checks the first value of a text; what follows is not looked at.
  static func checkValue(_ bytes: ArraySlice<UInt8>) -> Verdict {
    let verdict = load(bytes)
    guard case .problem(let problem) = verdict, problem.text.contains("number overflow") else {
      return verdict
    }
    return load(withTameNumbers(bytes))
  }

  private static func load(_ bytes: ArraySlice<UInt8>) -> Verdict {
    // A fixed seed: hashing must not depend on the run, and need not ask the system for entropy.
    json_object_seed(0x6564_6765)
    var error = json_error_t()
    let flags =
      JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK | JSON_DECODE_INT_AS_REAL | JSON_ALLOW_NUL
    let value = unsafe bytes.withUnsafeBytes { bytes in
      unsafe json_loadb(bytes.baseAddress, bytes.count, size_t(flags), &error)
    }
    if let value = unsafe value {
      unsafe json_decref(value)
      return .value(end: bytes.startIndex + Int(error.position))
    }
    let text = unsafe withUnsafeBytes(of: error.text) { text in
      unsafe String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
    }
    let cause: Problem.Cause =
      switch unsafe json_error_code(&error) {
      case json_error_premature_end_of_input: .prematureEnd
      case json_error_stack_overflow: .tooDeep
      case json_error_invalid_utf8: .invalidUTF8
      case json_error_null_character, json_error_null_byte_in_key: .nulCharacter
      default: .syntax
      }
    let end = bytes.startIndex + Int(error.position)
    return .problem(Problem(cause: cause, text: text, end: min(end, bytes.endIndex)))
  }

  /// The same text with numbers that no double holds made small, byte for byte: digits of a long
  /// exponent become zeros, and a very long integer becomes a fraction.
  private static func withTameNumbers(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    var tokens = JSONTokenizer(bytes)
    while let token = tokens.next() {
      guard token.kind == .word, let first = bytes[token.range].first,
        first == UInt8(ascii: "-") || (first >= UInt8(ascii: "0") && first <= UInt8(ascii: "9"))
      else { continue }
      let range = token.range
      tameInteger(range.dropFirst(first == UInt8(ascii: "-") ? 1 : 0), in: &bytes)
      if let exponent = range.first(where: { bytes[$0] | 0x20 == UInt8(ascii: "e") }) {
        for index in exponent..<range.upperBound where bytes[index] >= UInt8(ascii: "0") {
          if bytes[index] <= UInt8(ascii: "9") { bytes[index] = UInt8(ascii: "0") }
        }
      }
    }
    return bytes
  }

  /// Moves the decimal point of a long number behind its first digit.
  private static func tameInteger(_ number: Range<Int>, in bytes: inout ArraySlice<UInt8>) {
    let digits = bytes[number].prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard digits.count > 300, digits.first != UInt8(ascii: "0") else { return }
    if digits.endIndex < number.upperBound, bytes[digits.endIndex] == UInt8(ascii: ".") {
      bytes[digits.endIndex] = UInt8(ascii: "0")
    }
    bytes[digits.startIndex + 1] = UInt8(ascii: ".")
  }
}
