internal import EdgeDiagnostics
package import EdgeSyntax

/// Typed access to the scalars and maps that only Kubernetes has.
extension ObjectReader {
  /// Claims a value of a fixed list; an unknown one is reported and kept.
  package mutating func choice<Known: Vocabulary>(
    _ name: StaticString, of _: Known.Type = Known.self
  ) -> Located<Choice<Known>>? {
    guard let value = value(name) else { return nil }
    return choice(value, name)
  }

  /// Claims a list of values of a fixed list.
  package mutating func choices<Known: Vocabulary>(
    _ name: StaticString, of _: Known.Type = Known.self
  ) -> [Located<Choice<Known>>] {
    elements(name).compactMap { choice($0, name) }
  }

  private func choice<Known: Vocabulary>(
    _ value: SyntaxNode, _ name: StaticString
  ) -> Located<Choice<Known>>? {
    guard value.isString else {
      reportType(value, name, expected: "a string", quoting: true)
      return nil
    }
    let text = value.text
    if text.isEmpty, Known.treatsEmptyAsAbsent { return nil }
    let choice = Choice<Known>(text)
    if choice.recognized == nil, Known.isCheckedWhenDecoded {
      let names = Known.allCases.map(\.rawValue)
      let suggestion = Suggestion.question(for: text, among: names)
      context.report(
        .schemaEnum, "unknown value '\(text)' of '\(name)'", at: value,
        help: suggestion ?? "use one of " + names.map { "'\($0)'" }.joined(separator: ", "))
    }
    return Located(choice, at: value)
  }

  /// Claims a list of whole numbers; a null entry is 0, as in Kubernetes.
  package mutating func integers<Value: FixedWidthInteger & Sendable>(
    _ name: StaticString, of _: Value.Type = Int32.self
  ) -> [Located<Value>] {
    elements(name).compactMap { $0.isNull ? Located(0, at: $0) : integer($0, name) }
  }

  /// Claims a number, or a text that is a percentage or a name.
  package mutating func intOrString(_ name: StaticString) -> Located<IntOrString>? {
    guard let value = value(name) else { return nil }
    if value.isString { return Located(.string(value.text), at: value) }
    let number: Located<Int32>? = integer(value, name)
    return number?.map(IntOrString.integer)
  }

  /// Claims an instant in the form of RFC 3339.
  package mutating func time(_ name: StaticString) -> Located<String>? {
    guard let time = string(name) else { return nil }
    guard Timestamp.isValid(time.value.utf8) else {
      context.report(
        .schemaType, "'\(name)' must be a time, not '\(time.value)'", at: time.node,
        help: "write it like 2026-01-31T12:00:00Z")
      return nil
    }
    return time
  }

  // MARK: - Quantities

  package mutating func quantity(_ name: StaticString) -> Located<Quantity>? {
    guard let value = value(name) else { return nil }
    return quantity(value, named: "\(name)")
  }

  /// Claims amounts by name; null is 0, as in Kubernetes.
  package mutating func quantities(_ name: StaticString) -> [QuantityEntry] {
    guard let value = mapping(name) else { return [] }
    return value.members.compactMap { member in
      let amount =
        member.value.isNull
        ? Located(Quantity(0), at: member.value)
        : quantity(member.value, named: member.key.text)
      return amount.map { QuantityEntry(key: member.key, value: $0) }
    }
  }

  private func quantity(_ value: SyntaxNode, named name: String) -> Located<Quantity>? {
    guard value.isString || value.kind == .number else {
      reportType(value, name, expected: "a quantity", quoting: false)
      return nil
    }
    do throws(QuantityProblem) {
      let quantity = try Quantity(parsing: value.quantityText)
      if quantity.hasNoDigit {
        context.report(
          .schemaQuantityZero, "'\(name)' has no digit and counts as 0", at: value,
          help: "write the number before '\(value.text)'")
      }
      return Located(quantity, at: value)
    } catch {
      context.report(
        .schemaQuantity, error.message(about: value.text, named: name), at: value,
        help: error.help(for: value.text))
      return nil
    }
  }

  // MARK: - Data

  /// Claims a mapping whose values are looked at later, strings or not.
  package mutating func data(_ name: StaticString) -> [DataEntry] {
    mapping(name)?.members.map { DataEntry(key: $0.key, node: $0.value) } ?? []
  }

  /// Claims a mapping from names to texts that no message may show.
  package mutating func confidentialData(_ name: StaticString) -> [DataEntry] {
    data(name).filter { entry in
      if entry.text != nil { return true }
      reportType(entry.node, entry.name, expected: "a string", quoting: false)
      return false
    }
  }

  /// Claims a mapping from names to bytes in base64; values that are not are reported and kept.
  package mutating func encodedData(_ name: StaticString) -> [EncodedEntry] {
    guard let value = mapping(name) else { return [] }
    return value.members.map { member in
      let entry = EncodedEntry(key: member.key, node: member.value)
      if !member.value.isString, !member.value.isNull {
        reportType(member.value, member.key.text, expected: "a string", quoting: false)
      } else if !entry.isValid {
        context.report(
          .schemaBase64, "the value of '\(member.key.text)' in '\(name)' is not base64",
          at: member.value, help: "encode it, or move plain text to the member for text")
      }
      return entry
    }
  }
}

extension SyntaxNode {
  /// The text of a string or number that is read as a quantity: a YAML number in decimal, as it
  /// reaches the API server.
  package var quantityText: ArraySlice<UInt8> {
    guard tree.schema == .kubernetes else { return utf8 }
    switch scalar {
    case .integer(let value): return ArraySlice(value.text.utf8)
    case .float(let value): return ArraySlice("\(value)".utf8)
    default: return utf8
    }
  }
}

extension QuantityProblem {
  /// What is wrong with a text.
  ///
  /// - Parameter name: The name of the field or resource.
  package func message(about text: String, named name: String) -> String {
    switch self {
    case .format: "'\(text)' for '\(name)' is no quantity"
    case .suffix: "'\(text)' for '\(name)' has an unknown suffix"
    }
  }

  /// The nearest right spelling, or the suffixes there are.
  package func help(for text: String) -> String {
    let number = text.prefix { $0.isNumber || $0 == "." || $0 == "+" || $0 == "-" }
    let unit = text.dropFirst(number.count).filter { $0 != " " }
    let meant: [String: String] = [
      "K": "k", "KB": "k", "kB": "k", "kb": "k", "MB": "M", "mb": "M", "GB": "G", "gb": "G",
      "TB": "T", "g": "G", "t": "T", "ki": "Ki", "KI": "Ki", "KiB": "Ki", "mi": "Mi", "MI": "Mi",
      "MiB": "Mi", "gi": "Gi", "GI": "Gi", "GiB": "Gi", "ti": "Ti", "TI": "Ti", "TiB": "Ti",
      "i": "Ki", "Gib": "Gi", "Mib": "Mi", "Gi": "Gi", "Mi": "Mi", "Ki": "Ki",
    ]
    if !number.isEmpty, let suffix = meant[unit] { return "did you mean '\(number)\(suffix)'?" }
    return "use a number and one of n u m k M G T P E Ki Mi Gi Ti Pi Ei"
  }
}
