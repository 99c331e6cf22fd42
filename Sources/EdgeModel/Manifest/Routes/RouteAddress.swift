internal import EdgeDiagnostics

extension RouteParser {
  /// Splits the address of a module input as edgeHub does: blanks around it do not count, nor does
  /// one slash at either end, and what is left must be four parts.
  ///
  /// Source: Azure/iotedge,
  /// edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core/routing/EndpointFactory.cs.
  func moduleInput(
    address: RouteToken, range: Range<Int>
  ) throws(RouteRejection) -> RouteSink.ModuleInput {
    let whole = inside(address)
    var trimmed = trimmingBlanks(whole)
    guard !trimmed.isEmpty else {
      throw RouteRejection(
        .routeSink, "the address is empty", at: address.range, help: Self.addressHelp)
    }
    if text[trimmed.lowerBound] == UInt8(ascii: "/") {
      trimmed = trimmed.lowerBound + 1..<trimmed.upperBound
    }
    if !trimmed.isEmpty, text[trimmed.upperBound - 1] == UInt8(ascii: "/") {
      trimmed = trimmed.lowerBound..<trimmed.upperBound - 1
    }
    let parts = text[trimmed].split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
    ).map {
      RouteSink.Part(text: String(decoding: $0, as: UTF8.self), range: $0.startIndex..<$0.endIndex)
    }
    guard parts.count == 4 else { throw wrongCount(parts, at: whole) }
    guard !trimmingBlanks(parts[3].range).isEmpty else {
      throw RouteRejection(
        .routeSink, "the input name is blank", at: whole, help: Self.addressHelp)
    }
    return RouteSink.ModuleInput(
      range: range, addressRange: whole, modulesWord: parts[0], module: parts[1],
      inputsWord: parts[2], input: parts[3])
  }

  private static let addressHelp = "write \"/modules/NAME/inputs/INPUT\""

  private func wrongCount(_ parts: [RouteSink.Part], at range: Range<Int>) -> RouteRejection {
    let isInputMissing = parts.count == 3 && parts[2].text.lowercased() == "inputs"
    let count = parts.count == 1 ? "1 part" : "\(parts.count) parts"
    return RouteRejection(
      .routeSink,
      isInputMissing
        ? "the address has no input name after '\(parts[2].text)'"
        : "the address has \(count) instead of 4",
      at: range, help: Self.addressHelp)
  }

  /// The range without white space at its ends, as .NET understands it: Unicode's.
  private func trimmingBlanks(_ range: Range<Int>) -> Range<Int> {
    let scalars = Array(text.string(range).unicodeScalars)
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return range.lowerBound..<range.lowerBound }
    let before = scalars[..<first].reduce(0) { $0 + UTF8.width($1) }
    let after = scalars[(last + 1)...].reduce(0) { $0 + UTF8.width($1) }
    return range.lowerBound + before..<range.upperBound - after
  }
}
