/// The SHA-256 digest of a text.
///
/// Source: FIPS 180-4. Here for names that have to be shortened; nothing depends on it being secure.
enum SHA256 {
  private static let constants: [UInt32] = roots(of: 64) { $0.cubeRoot }
  private static let start: [UInt32] = roots(of: 8) { $0.squareRoot }

  /// The first digits of the digest, in lower-case hexadecimal.
  static func hexDigits(of text: String, count: Int) -> String {
    var state = start
    let message = padded(Array(text.utf8))
    for block in stride(from: 0, to: message.count, by: 64) {
      compress(message[block..<(block + 64)], into: &state)
    }
    let digits = state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }
    return String(digits.joined().prefix(count))
  }

  private static func padded(_ text: [UInt8]) -> [UInt8] {
    var message = text + [0x80]
    while message.count % 64 != 56 { message.append(0) }
    let bits = UInt64(text.count) * 8
    return message + (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
  }

  private static func compress(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
    var schedule = stride(from: block.startIndex, to: block.endIndex, by: 4).map { index in
      block[index..<(index + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<64 {
      let (early, late) = (schedule[index - 15], schedule[index - 2])
      let first = early.rotated(7) ^ early.rotated(18) ^ early >> 3
      let second = late.rotated(17) ^ late.rotated(19) ^ late >> 10
      schedule.append(schedule[index - 16] &+ first &+ schedule[index - 7] &+ second)
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let choice = (e & f) ^ (~e & g)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let first =
        h &+ (e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)) &+ choice &+ constants[index]
        &+ schedule[index]
      let second = (a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)) &+ majority
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }

  /// The first 32 bits of the fractions of roots of the first primes, which are the algorithm's
  /// constants.
  private static func roots(of count: Int, _ root: (UInt64) -> UInt32) -> [UInt32] {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < count {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map(root)
  }
}

extension UInt32 {
  fileprivate func rotated(_ bits: UInt32) -> UInt32 { self >> bits | self << (32 - bits) }
}

extension UInt64 {
  /// The first 32 bits of the fraction of the square root of a small number.
  fileprivate var squareRoot: UInt32 { fraction(exponent: 2) }

  /// The first 32 bits of the fraction of the cube root of a small number.
  fileprivate var cubeRoot: UInt32 { fraction(exponent: 3) }

  /// Bit by bit, the largest number whose power is not above this one, as a fixed-point number with
  /// 32 bits behind the point.
  private func fraction(exponent: Int) -> UInt32 {
    var result: UInt64 = 0
    for bit in (0..<40).reversed() {
      let attempt = result | 1 << UInt64(bit)
      if !attempt.isPower(exponent, above: self) { result = attempt }
    }
    return UInt32(truncatingIfNeeded: result)
  }

  private func isPower(_ exponent: Int, above limit: UInt64) -> Bool {
    // Fixed-point powers need more than 64 bits.
    let value = UInt128(self)
    let power = exponent == 2 ? value * value : value * value * value
    return power > UInt128(limit) << UInt128(32 * exponent)
  }
}
