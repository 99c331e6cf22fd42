/// The settings of a module: image and createOptions in pieces.
///
/// Source: Azure/iot-edge-virtual-kubelet-provider, `EdgeModuleSettings.cs`; Azure/iotedge 3fa6cbe,
/// `edge-util/src/Microsoft.Azure.Devices.Edge.Util/JsonEx.cs` ChunkedProperty and `StringEx.cs`.
enum ProviderModuleSettings {
  /// The most pieces that are read or written.
  private static let maximumPieces = 100
  /// The length of a piece in UTF-16 units, whatever they are halves of.
  private static let pieceLength = 512

  /// Reads settings that are not used, and fails if their createOptions do not count up.
  static func check(from reader: ProviderTypedReader) throws(NewtonsoftFailure) {
    guard try reader.reader.read() else { throw reader.reader.failure("expected a JSON object") }
    _ = try reader.reader.moveToContent()
    let start = reader.reader.tokenStart
    guard case .object(let members) = try reader.reader.loadObject() else { return }
    let range = start..<reader.reader.position
    var options: UTF16Text = []
    for (index, piece) in pieces(of: members).prefix(maximumPieces).enumerated() {
      let isExpected = index == 0 ? piece.number.isEmpty : Int32(piece.number) == Int32(index)
      guard isExpected else {
        throw reader.reader.failure(
          "the pieces of createOptions do not count up without a gap", at: range)
      }
      options += piece.value.text
    }
    for member in members {
      let name = String(decoding: member.name, as: UTF16.self)
      if number(in: member.name) != nil {
        continue
      } else if matches(member.name, "IMAGE") {
        reader.note(member.value.text, of: "image")
      } else {
        reader.drop(name)
      }
    }
    if members.contains(where: { number(in: $0.name) != nil }) {
      reader.note(options, of: "createOptions")
    }
  }

  /// The members that hold a piece of createOptions, sorted by their names without regard to case.
  private static func pieces(
    of members: [NewtonsoftMember]
  ) -> [(number: String, value: NewtonsoftValue)] {
    // `sort` is stable, as OrderBy is.
    members.compactMap { member in
      number(in: member.name).map {
        (key: member.name.map(\.asciiUppercased), number: $0, value: member.value)
      }
    }
    .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    .map { ($0.number, $0.value) }
  }

  private static func matches(_ name: UTF16Text, _ uppercased: String) -> Bool {
    name.lazy.map(\.asciiUppercased).elementsEqual(uppercased.utf16)
  }

  /// The digits behind the first `createOptions` in a name, in any case; nil if it is not there.
  private static func number(in name: UTF16Text) -> String? {
    let word = UTF16Text("CREATEOPTIONS".utf16)
    let folded = name.map(\.asciiUppercased)
    guard folded.count >= word.count,
      let start = (0...(folded.count - word.count)).first(where: {
        folded[$0..<($0 + word.count)].elementsEqual(word)
      })
    else { return nil }
    return String(decoding: name[(start + word.count)...].prefix(while: \.isDigit), as: UTF16.self)
  }

  /// Cuts createOptions into the members in which they are sent.
  ///
  /// - Returns: the members, and whether something is left over.
  static func cut(
    _ options: UTF16Text
  ) -> (members: [(name: String, value: UTF16Text)], isTruncated: Bool) {
    var members: [(name: String, value: UTF16Text)] = []
    var start = 0
    while start < options.count, members.count < maximumPieces {
      let end = min(start + pieceLength, options.count)
      let index = members.count
      let suffix = index == 0 ? "" : index < 10 ? "0\(index)" : String(index)
      members.append(("createOptions" + suffix, UTF16Text(options[start..<end])))
      start = end
    }
    return (members, start < options.count)
  }
}
