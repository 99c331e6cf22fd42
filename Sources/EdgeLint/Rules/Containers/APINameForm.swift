/// The forms that the API server demands of names.
///
/// Source: kubernetes/apimachinery pkg/util/validation/validation.go.
enum APINameForm {
  /// A word of lower-case letters, digits and inner `-`: containers, volumes, namespaces.
  case label
  /// Such words with dots between them: most objects.
  case subdomain
  /// A label that begins with a letter: Services.
  case serviceName
  /// At most 15 lower-case letters, digits and single `-`, with a letter: ports.
  case portName
  /// Letters, digits, `-`, `_` and `.`: entries of ConfigMaps and Secrets.
  case dataKey

  /// What is wrong with a name, to stand behind it; nil for one of this form.
  func problem(of name: String) -> String? {
    switch self {
    case .label: Self.labelProblem(of: name)
    case .subdomain: Self.subdomainProblem(of: name)
    case .serviceName:
      Self.labelProblem(of: name)
        ?? (name.utf8.first.map(Self.isDigit) == true ? "begins with a digit" : nil)
    case .portName: Self.portNameProblem(of: name)
    case .dataKey: Self.dataKeyProblem(of: name)
    }
  }

  /// What such a name is made of, as help.
  var advice: String {
    switch self {
    case .label: "use lower-case letters, digits and '-', with a letter or digit at both ends"
    case .subdomain: "use lower-case letters, digits, '-' and '.'"
    case .serviceName: "use lower-case letters, digits and '-', with a letter at the start"
    case .portName: "use at most 15 lower-case letters, digits and '-', one of them a letter"
    case .dataKey: "use letters, digits, '-', '_' and '.'"
    }
  }

  /// The nearest name of the form as help, or what it is made of.
  func help(for name: String) -> String {
    var words: [UInt8] = []
    for byte in name.utf8 {
      let isUpper = 0x41...0x5A ~= byte
      let lower = isUpper ? byte | 0x20 : byte
      let isKept = Self.isLowerAlphanumeric(lower) || self == .subdomain && lower == 0x2E
      if isKept {
        words.append(lower)
      } else if words.last != UInt8(ascii: "-") {
        words.append(UInt8(ascii: "-"))
      }
    }
    let isDash: (UInt8) -> Bool = { $0 == UInt8(ascii: "-") }
    let trimmed = words.drop(while: isDash).reversed().drop(while: isDash).reversed()
    let candidate = String(decoding: Array(trimmed), as: UTF8.self)
    guard self != .dataKey, candidate != name, problem(of: candidate) == nil else { return advice }
    return "for example '\(candidate)'; \(advice)"
  }

  // MARK: - Forms

  private static func labelProblem(of name: String) -> String? {
    let text = name.utf8
    if text.isEmpty { return "is empty" }
    if text.contains(UInt8(ascii: ".")), subdomainProblem(of: name) == nil {
      return "has dots"
    }
    return wordProblem(of: text[...]) ?? (text.count > 63 ? "is longer than 63 characters" : nil)
  }

  private static func subdomainProblem(of name: String) -> String? {
    let text = name.utf8
    if text.isEmpty { return "is empty" }
    for word in text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      if word.isEmpty { return "has a dot with nothing before or behind it" }
      if let problem = wordProblem(of: word) { return problem }
    }
    return text.count > 253 ? "is longer than 253 characters" : nil
  }

  private static func wordProblem(of word: Substring.UTF8View) -> String? {
    if word.contains(where: { 0x41...0x5A ~= $0 }) { return "has upper-case letters" }
    let isWord = word.allSatisfy { isLowerAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    guard isWord else { return "has characters other than letters, digits and '-'" }
    let dash = UInt8(ascii: "-")
    return word.first == dash || word.last == dash ? "begins or ends with '-'" : nil
  }

  private static func portNameProblem(of name: String) -> String? {
    let text = name.utf8
    if text.isEmpty { return "is empty" }
    if let problem = wordProblem(of: text[...]) { return problem }
    if name.contains("--") { return "has two '-' in a row" }
    if text.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "-") }) { return "has no letter" }
    return text.count > 15 ? "is longer than 15 characters" : nil
  }

  private static func dataKeyProblem(of name: String) -> String? {
    let text = name.utf8
    if text.isEmpty { return "is empty" }
    let isKey = text.allSatisfy {
      isDigit($0) || 0x61...0x7A ~= $0 | 0x20 || "-_.".utf8.contains($0)
    }
    guard isKey else { return "has characters other than letters, digits, '-', '_' and '.'" }
    if name == "." || name.hasPrefix("..") { return "stands for a directory" }
    return text.count > 253 ? "is longer than 253 characters" : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  private static func isLowerAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || 0x61...0x7A ~= byte
  }
}
