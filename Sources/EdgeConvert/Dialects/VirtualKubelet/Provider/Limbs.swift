/// A natural number in limbs of nine decimal digits, the lowest first.
struct Limbs {
  private var limbs: [UInt64]
  private static let base: UInt64 = 1_000_000_000

  /// Splits a number of any size up to 64 bits.
  init(_ value: UInt64) {
    limbs = [value % Self.base, value / Self.base % Self.base, value / Self.base / Self.base]
  }

  /// Multiplies by a power of a small factor, in steps that fit into a limb.
  mutating func multiply(by factor: UInt64, times: Int) {
    var step: UInt64 = 1
    var left = times
    while left > 0 {
      step *= factor
      left -= 1
      if step * factor >= Self.base || left == 0 {
        multiply(by: step)
        step = 1
      }
    }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index] * factor + carry
      limbs[index] = product % Self.base
      carry = product / Self.base
    }
    if carry > 0 { limbs.append(carry) }
  }

  /// The decimal digits, the highest first and not 0.
  var digits: [UInt8] {
    var result: [UInt8] = []
    for limb in limbs.reversed() {
      var unit = Self.base / 10
      while unit > 0 {
        let digit = UInt8(limb / unit % 10)
        if digit > 0 || !result.isEmpty { result.append(digit) }
        unit /= 10
      }
    }
    return result
  }
}
