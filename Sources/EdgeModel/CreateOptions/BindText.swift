/// An entry of `Binds`: `source:target:options`, as Docker on Linux takes it apart.
///
/// Source: moby/moby daemon/volume/mounts/linux_parser.go (ParseMountRaw, linuxValidMountMode).
package struct BindText: Sendable {
  /// A part of the text, and where it is in it, in UTF-8 bytes from 0.
  package struct Part: Sendable {
    package var text: String
    package var range: Range<Int>
  }

  /// What a source names.
  package enum SourceKind: Sendable {
    case hostPath, relativePath, volume, invalidVolume
  }

  /// Whether it begins with a drive, and is no bind on Linux at all.
  package let isWindowsPath: Bool
  /// Why it is no bind; nil when it is one, or a path of Windows.
  package let formatProblem: String?
  /// The host path or volume; nil where there is only a target, or no bind.
  package let source: Part?
  package let sourceKind: SourceKind?
  package let target: Part?
  /// The options behind the second colon.
  package let options: [Part]

  /// - Parameter text: In UTF-8.
  package init(_ text: ArraySlice<UInt8>) {
    let parts = Self.parts(of: text, separator: UInt8(ascii: ":"), offset: 0)
    isWindowsPath = Self.isWindowsPath(text)
    formatProblem = isWindowsPath ? nil : Self.formatProblem(of: parts)
    guard !isWindowsPath, formatProblem == nil else {
      (source, sourceKind, target, options) = (nil, nil, nil, [])
      return
    }
    source = parts.count > 1 ? parts[0] : nil
    sourceKind = source.map { Self.kind(of: $0.text) }
    target = parts.count > 1 ? parts[1] : parts[0]
    let offset = parts.count == 3 ? parts[2].range.lowerBound : 0
    options =
      offset == 0
      ? []
      : Self.parts(of: text.dropFirst(offset), separator: UInt8(ascii: ","), offset: offset)
  }

  private static func parts(
    of text: ArraySlice<UInt8>, separator: UInt8, offset: Int
  ) -> [Part] {
    var position = offset
    return text.split(separator: separator, omittingEmptySubsequences: false).map { part in
      defer { position += part.count + 1 }
      return Part(
        text: String(decoding: part, as: UTF8.self), range: position..<position + part.count)
    }
  }

  private static func isWindowsPath(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count > 3, let first = text.first, first.isLetter else { return false }
    let separator = text[text.startIndex + 2]
    return text[text.startIndex + 1] == UInt8(ascii: ":")
      && (separator == UInt8(ascii: "\\") || separator == UInt8(ascii: "/"))
      && text.dropFirst(3).contains(UInt8(ascii: ":"))
  }

  private static func formatProblem(of parts: [Part]) -> String? {
    if parts.count == 1, parts[0].text.isEmpty { return "is empty" }
    if parts.count > 3 { return "has more than three parts" }
    if parts.contains(where: \.text.isEmpty) { return "has an empty part" }
    if parts.count == 2, isMode(parts[1].text) { return "has options and no target" }
    return nil
  }

  private static func kind(of source: String) -> SourceKind {
    if source.utf8.first == UInt8(ascii: "/") { return .hostPath }
    if source.utf8.contains(UInt8(ascii: "/")) || source.hasPrefix("~") || source == "."
      || source == ".."
    {
      return .relativePath
    }
    return isVolumeName(source) ? .volume : .invalidVolume
  }

  /// Source: moby/moby daemon/names/names.go.
  package static func isVolumeName(_ text: String) -> Bool {
    guard text.utf8.count > 1, let first = text.utf8.first, first.isLetter || first.isDigit else {
      return false
    }
    return text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "_.-".utf8.contains($0) }
  }

  // MARK: - Options

  /// Options that exclude each other.
  package enum OptionGroup: CaseIterable, Sendable {
    case access, label, propagation, copy, consistency

    package var words: [String] {
      switch self {
      case .access: ["ro", "rw"]
      case .label: ["z", "Z"]
      case .propagation: ["shared", "rshared", "slave", "rslave", "private", "rprivate"]
      case .copy: ["nocopy"]
      case .consistency: ["consistent", "cached", "delegated"]
      }
    }
  }

  package static func group(of option: String) -> OptionGroup? {
    OptionGroup.allCases.first { $0.words.contains(option) }
  }

  package static let optionWords = OptionGroup.allCases.flatMap(\.words)

  private static func isMode(_ text: String) -> Bool {
    guard text.utf8.first != UInt8(ascii: "/") else { return false }
    return text.split(separator: ",", omittingEmptySubsequences: false)
      .allSatisfy { group(of: String($0)) != nil }
  }
}
