import EdgeModel
import Testing

/// Amounts: how they are read, compared and rounded.
@Suite struct QuantityTests {
  @Test(
    "A quantity is read",
    arguments: [
      // Missing digits count as zero.
      ("+", "0"), ("-", "0"), (".", "0"), ("k", "0"), ("Mi", "0"), ("m", "0"), ("e5", "0"),
      ("E1", "0"),
      (".5", "500m"), ("5.", "5"), ("00012", "12"), ("+5", "5"), ("1.e3", "1000"),
      ("1E-3", "1m"), ("1E", "1000000000000000000"), ("1E6", "1M"), ("1e6", "1000000"),
      ("1024Mi", "1Gi"), ("0.5", "500m"), ("-1Gi", "-1073741824"), ("0.5Ki", "512"),
      ("1.5k", "1500"), (" 1Gi\n", "1073741824"), ("0", "0"), ("-0", "0"), ("0.0e99", "0"),
      ("1n", "0.000000001"), ("1u", "1000n"), ("12P", "12000T"), ("1Pi", "1024Ti"),
      // Nothing is finer than a billionth, and what is is rounded up, away from zero.
      ("0.5n", "1n"), ("1.0000000001", "1.000000001"), ("-0.1n", "-1n"), ("9.99n", "10n"),
      // Binary quantities are capped, decimal ones are not.
      ("8Ei", "9223372036854775807"), ("100Ei", "9223372036854775807"),
      ("-100Ei", "-9223372036854775807"), ("7Ei", "8070450532247928832"),
    ])
  func reads(text: String, equal: String) throws {
    #expect(try Quantity(parsing: text.utf8) == Quantity(parsing: equal.utf8))
  }

  @Test(
    "Another suffix",
    arguments: [
      "1K", "1ki", "1mi", "1e", "1eE5", "1+5", "1Ki5", "1m5", "1G1", "1i", "--1", "+-1",
    ])
  func refusesSuffix(text: String) {
    #expect(throws: QuantityProblem.suffix) { try Quantity(parsing: text.utf8) }
  }

  @Test(
    "No quantity",
    arguments: [
      "", "1KB", "100MB", "1 Gi", "1,5", "1..2", "1.2.3", "1e3Ki", "1e5m", "1e1.5", "0x10", "1_0",
      "true", "  ", "1KI",
    ])
  func refusesForm(text: String) {
    #expect(throws: QuantityProblem.format) { try Quantity(parsing: text.utf8) }
  }

  @Test(
    "The first is less than the second",
    arguments: [
      ("1", "2"), ("9", "10"), ("-2", "-1"), ("-1", "0"), ("0", "1n"), ("999m", "1"),
      ("1G", "1Gi"), ("1023Mi", "1Gi"), ("9e98", "9e99"), ("9e99", "91e98"), ("1Ei", "9e99"),
      ("123456789012345678901234567890", "123456789012345678901234567891"), ("-1", "1n"),
    ])
  func compares(smaller: String, larger: String) throws {
    let (left, right) = try (Quantity(parsing: smaller.utf8), Quantity(parsing: larger.utf8))
    #expect(left < right)
    #expect(!(right < left))
    #expect(left != right)
  }

  @Test(
    "Whole numbers and thousandths, rounded up",
    arguments: [
      ("1", 1, 1000), ("0.1m", 1, 1), ("100m", 1, 100), ("1.5", 2, 1500), ("-1.5", -2, -1500),
      ("1.0001", 2, 1001), ("1Ki", 1024, 1_024_000), ("0", 0, 0), ("9.9999", 10, 10000),
      ("9e99", Int64.max, .max), ("-9e99", Int64.min, .min),
      ("9223372036854775807", Int64.max, .max), ("1e19", Int64.max, .max),
    ])
  func rounds(text: String, whole: Int64, milli: Int64) throws {
    let quantity = try Quantity(parsing: text.utf8)
    #expect(quantity.wholeValue == whole)
    #expect(quantity.milliValue == milli)
  }

  @Test func roundingToMilliKeepsWhatIsCoarser() throws {
    #expect(try Quantity(parsing: "0.5m".utf8).roundedToMilli == Quantity(parsing: "1m".utf8))
    #expect(try Quantity(parsing: "9e99".utf8).roundedToMilli == Quantity(parsing: "9e99".utf8))
    #expect(try Quantity(parsing: "1.0005".utf8).roundedToMilli == Quantity(parsing: "1001m".utf8))
  }

  @Test(
    "A quantity in a document",
    arguments: [
      ("0.5", []), ("1_000", []), ("0x10", []), ("1e3", []), ("~", []), ("\"1Gi\"", []),
      ("true", ["schema-type: 'cpu' must be a quantity, not a boolean @ true"]),
      (".inf", ["schema-quantity: '.inf' for 'cpu' is no quantity @ .inf"]),
      ("1GB", ["schema-quantity: '1GB' for 'cpu' is no quantity @ 1GB"]),
      ("\"\"", ["schema-quantity: '' for 'cpu' is no quantity @ \"\""]),
      ("1K", ["schema-quantity: '1K' for 'cpu' has an unknown suffix @ 1K"]),
      ("m", ["schema-quantity-zero: 'cpu' has no digit and counts as 0 @ m"]),
    ])
  func reports(value: String, findings: [String]) {
    #expect(limits(value).findings == findings)
  }

  @Test(
    "What a document means",
    arguments: [
      ("0.5", "500m"), ("1_000", "1000"), ("0x10", "16"), ("010", "8"), ("1e3", "1000"),
      ("~", "0"), ("1e30", "1e30"),
    ])
  func means(value: String, equal: String) throws {
    guard case .pod(let pod) = limits(value).resources.first else { return #expect(Bool(false)) }
    let resources = pod.spec?.containers.first?.resources
    #expect(try resources?.limits["cpu"]?.value == Quantity(parsing: equal.utf8))
  }

  @Test(
    "The nearest right spelling",
    arguments: [
      ("1GB", "did you mean '1G'?"), ("1 Gi", "did you mean '1Gi'?"), ("1K", "did you mean '1k'?"),
      ("64mi", "did you mean '64Mi'?"), ("1.5gb", "did you mean '1.5G'?"),
      ("1x", "use a number and one of n u m k M G T P E Ki Mi Gi Ti Pi Ei"),
    ])
  func suggests(value: String, help: String) {
    #expect(limits(value).helps == [help])
  }

  private func limits(_ value: String) -> Decoded {
    Decoded(
      """
      apiVersion: v1
      kind: Pod
      spec:
        containers:
        - resources:
            limits:
              cpu: \(value)
      """)
  }
}
