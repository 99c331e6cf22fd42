/// The shortest decimal digits that read back as a number, laid out as Go does.
struct ShortestDecimal {
  private let isNegative: Bool
  /// Without leading and trailing zeros; one zero for zero.
  private let digits: String
  /// The power of ten of the first digit.
  private let exponent: Int

  init(_ value: Double) {
    self.init(description: value.description)
  }

  init(_ value: Float) {
    self.init(description: value.description)
  }

  /// - Parameter description: A finite number as the standard library describes it, which is with
  ///   the shortest digits: `-12.5`, `1e-07`.
  private init(description: String) {
    isNegative = description.hasPrefix("-")
    let parts = description.drop { $0 == "-" }.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let (whole, fraction) = (mantissa[0], mantissa.count > 1 ? mantissa[1] : "")
    let all = whole + fraction
    let zeros = all.prefix { $0 == "0" }.count
    var digits = all.dropFirst(zeros)
    while digits.last == "0" { digits.removeLast() }
    self.digits = digits.isEmpty ? "0" : String(digits)
    let shift = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    exponent = digits.isEmpty ? 0 : shift + whole.count - 1 - zeros
  }

  /// With an exponent only below 1e-6 and from 1e21.
  ///
  /// Source: golang/go src/encoding/json/encode.go (floatEncoder).
  var goJSON: String {
    exponent < -6 || exponent >= 21 ? scientific(exponentDigits: 1) : plain
  }

  /// With an exponent of two digits below 1e-4 and from 1e6.
  ///
  /// Source: golang/go src/strconv/ftoa.go (formatDigits, format 'g' with shortest precision).
  var goGeneral: String {
    exponent < -4 || exponent >= 6 ? scientific(exponentDigits: 2) : plain
  }

  private var sign: String { isNegative ? "-" : "" }

  private var plain: String {
    if exponent < 0 {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    let whole = digits.prefix(exponent + 1)
    let fraction = digits.dropFirst(exponent + 1)
    let zeros = String(repeating: "0", count: exponent + 1 - whole.count)
    return sign + whole + zeros + (fraction.isEmpty ? "" : ".\(fraction)")
  }

  private func scientific(exponentDigits: Int) -> String {
    let fraction = digits.dropFirst()
    let power = String(abs(exponent))
    let zeros = String(repeating: "0", count: max(0, exponentDigits - power.count))
    return sign + digits.prefix(1) + (fraction.isEmpty ? "" : ".\(fraction)")
      + (exponent < 0 ? "e-" : "e+") + zeros + power
  }
}
