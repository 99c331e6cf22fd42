/// An amount of something countable: cores, bytes, devices.
///
/// A whole decimal number times a power of ten, exact whatever its size: binary suffixes are
/// multiplied out when it is read, so two quantities compare digit by digit.
///
/// Source: kubernetes/apimachinery pkg/api/resource/quantity.go (ParseQuantity).
package struct Quantity: Sendable {
  /// What the suffix counts in.
  package enum Format: Sendable {
    /// `m`, `k`, `M` and so on, or no suffix.
    case decimalSuffix
    /// `Ki`, `Mi` and so on.
    case binarySuffix
    /// `e3`.
    case exponent
  }

  package let format: Format
  package let isNegative: Bool
  /// Whether there was no digit before the suffix, so that it counts as 0.
  package let hasNoDigit: Bool
  /// Significant decimal digits, each 0 to 9, without zeros at either end; empty for 0.
  let digits: [UInt8]
  /// The power of ten of the last digit.
  let exponent: Int

  init(
    format: Format, isNegative: Bool, hasNoDigit: Bool, digits: [UInt8], exponent: Int
  ) {
    let significant = digits.drop { $0 == 0 }
    let zeros = significant.reversed().prefix { $0 == 0 }.count
    self.format = format
    self.hasNoDigit = hasNoDigit
    self.digits = Array(significant.dropLast(zeros))
    self.isNegative = isNegative && !significant.isEmpty
    self.exponent = significant.isEmpty ? 0 : exponent + zeros
  }

  /// A whole number of something.
  package init(_ value: Int64) {
    self.init(
      format: .decimalSuffix, isNegative: value < 0, hasNoDigit: false,
      digits: String(value.magnitude).utf8.map { $0 - UInt8(ascii: "0") }, exponent: 0)
  }

  package var isZero: Bool { digits.isEmpty }

  /// Whether it is a whole number.
  package var isWhole: Bool { exponent >= 0 }

  /// Rounded up, away from 0, to multiples of a power of ten.
  func roundedUp(toExponent limit: Int) -> Quantity {
    guard exponent < limit else { return self }
    var kept = Array(digits.dropLast(limit - exponent))
    var index = kept.count
    // The digits cut off are not all 0, so one is carried.
    while true {
      guard index > 0 else {
        kept.insert(1, at: 0)
        break
      }
      index -= 1
      kept[index] = (kept[index] + 1) % 10
      if kept[index] != 0 { break }
    }
    return Quantity(
      format: format, isNegative: isNegative, hasNoDigit: hasNoDigit, digits: kept,
      exponent: limit)
  }

  /// Rounded up to thousandths, as the API server does with every quantity of a pod.
  package var roundedToMilli: Quantity { roundedUp(toExponent: -3) }

  /// The whole number of thousandths, rounded up; the nearest `Int64` when it is out of range.
  package var milliValue: Int64 { wholeValue(ofExponent: -3) }

  /// The whole number, rounded up; the nearest `Int64` when it is out of range.
  package var wholeValue: Int64 { wholeValue(ofExponent: 0) }

  private func wholeValue(ofExponent unit: Int) -> Int64 {
    let rounded = roundedUp(toExponent: unit)
    let limit = isNegative ? Int64.min : Int64.max
    let zeros = rounded.exponent - unit
    guard !rounded.isZero else { return 0 }
    guard rounded.digits.count + zeros <= 19 else { return limit }
    var value: Int64 = 0
    for digit in rounded.digits + Array(repeating: 0, count: zeros) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int64(digit) * (isNegative ? -1 : 1))
      guard !overflow, !carry else { return limit }
      value = sum
    }
    return value
  }
}

extension Quantity: Comparable, Hashable {
  /// Compares amounts; `1Gi` equals `1024Mi`.
  package static func == (left: Self, right: Self) -> Bool {
    left.isNegative == right.isNegative && left.exponent == right.exponent
      && left.digits == right.digits
  }

  package static func < (left: Self, right: Self) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative
      ? right.magnitudePrecedes(left) : left.magnitudePrecedes(right)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(isNegative)
    hasher.combine(exponent)
    hasher.combine(digits)
  }

  private func magnitudePrecedes(_ other: Quantity) -> Bool {
    guard !isZero, !other.isZero else { return isZero && !other.isZero }
    let (length, otherLength) = (digits.count + exponent, other.digits.count + other.exponent)
    // Digits begin with no 0, so of two numbers of equal length the first other digit decides.
    return length == otherLength
      ? digits.lexicographicallyPrecedes(other.digits)
      : length < otherLength
  }
}
