/// A positive number as all its decimal digits; the point stands before digit number `scale`.
struct ExactDecimal {
  /// Digits from 0 to 9, the first of them not 0.
  private(set) var digits: [UInt8]
  /// The number of digits before the point; negative where zeros follow the point.
  private(set) var scale: Int

  /// Expands a finite number above zero without rounding.
  init(_ value: Double) {
    // value = integer × 2^power; a negative power of two is a power of five over one of ten.
    let isSubnormal = value.exponentBitPattern == 0
    let power = (isSubnormal ? 1 : Int(value.exponentBitPattern)) - 1075
    let hidden: UInt64 = isSubnormal ? 0 : 1 << 52
    var limbs = Limbs(value.significandBitPattern | hidden)
    if power >= 0 {
      limbs.multiply(by: 2, times: power)
    } else {
      limbs.multiply(by: 5, times: -power)
    }
    digits = limbs.digits
    scale = digits.count + min(power, 0)
  }

  /// The number with at most this many digits; a tie goes to the even digit.
  func rounded(to count: Int) -> ExactDecimal {
    guard digits.count > count else { return self }
    var result = self
    result.digits = Array(digits[..<count])
    let next = digits[count]
    let isTie = next == 5 && digits[(count + 1)...].allSatisfy { $0 == 0 }
    guard next > 5 || (next == 5 && (!isTie || digits[count - 1] % 2 == 1)) else { return result }
    var index = count - 1
    while index >= 0, result.digits[index] == 9 {
      result.digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      result.digits[index] += 1
    } else {
      result.digits.insert(1, at: 0)
      result.digits.removeLast()
      result.scale += 1
    }
    return result
  }
}
