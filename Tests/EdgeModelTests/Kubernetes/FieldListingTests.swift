import EdgeModel
import Testing

/// Every field of the listing, in right documents and in wrong ones.
@Suite struct FieldListingTests {
  private let listing = FieldListing.shared

  @Test func listingIsWhole() {
    #expect(listing.names.count == 160)
    #expect(Set(listing.paths().keys) == Set(listing.names))
  }

  @Test("A document with every field", arguments: FieldListing.kindNames)
  func everyFieldIsKnown(kind: String) {
    let decoded = Decoded(listing.document(of: kind))
    #expect(decoded.findings == [])
    #expect(decoded.resources.map(\.header.resourceKind?.rawValue) == [kind])
    #expect(decoded.residueCount == 0)
  }

  @Test("The same as YAML", arguments: FieldListing.kindNames)
  func everyFieldIsKnownInYAML(kind: String) {
    let decoded = Decoded("---\n# not JSON\n" + listing.document(of: kind))
    #expect(decoded.findings == [])
    #expect(decoded.residueCount == 0)
  }

  @Test("A value of the wrong type", arguments: FieldListing.shared.names)
  func wrongTypeIsReportedOnceAtTheValue(type: String) throws {
    let path = try #require(listing.paths()[type])
    for field in listing.types[type] ?? [] {
      let wrong = wrongValue(for: field)
      let decoded = Decoded(listing.document(to: path, content: "\"\(field.name)\": \(wrong)"))
      #expect(decoded.marks == ["schema-type @ \(wrong)"], "\(type).\(field.name)")
    }
  }

  @Test("A misspelt name", arguments: FieldListing.shared.names)
  func unknownNameIsReportedOnceAtTheKey(type: String) throws {
    let path = try #require(listing.paths()[type])
    for field in listing.types[type] ?? [] {
      let name = field.name + "x"
      let decoded = Decoded(listing.document(to: path, content: "\"\(name)\": 1"))
      #expect(decoded.marks == ["schema-unknown-field @ \"\(name)\""])
      #expect(decoded.helps == ["did you mean '\(field.name)'?"], "\(type).\(field.name)")
      #expect(decoded.residueCount == 1)
    }
  }

  @Test("A name in another letter case", arguments: FieldListing.shared.names)
  func letterCaseIsReportedOnceAtTheKey(type: String) throws {
    let path = try #require(listing.paths()[type])
    for field in listing.types[type] ?? [] {
      let name = field.name.prefix(1).uppercased() + field.name.dropFirst()
      let decoded = Decoded(listing.document(to: path, content: "\"\(name)\": 1"))
      #expect(decoded.marks == ["schema-field-case @ \"\(name)\""], "\(type).\(field.name)")
    }
  }

  @Test("No value", arguments: FieldListing.shared.names)
  func nullReadsAsAbsentUnlessRequired(type: String) throws {
    let path = try #require(listing.paths()[type])
    for field in listing.types[type] ?? [] {
      let decoded = Decoded(listing.document(to: path, content: "\"\(field.name)\": null"))
      let isRequired =
        field.isRequired
        || ["Container.image", "EphemeralContainer.image"].contains(
          "\(type).\(field.name)")
      #expect(
        decoded.marks == (isRequired ? ["schema-null-required @ \"\(field.name)\""] : []),
        "\(type).\(field.name)")
    }
  }

  /// A value that no field of the type takes.
  private func wrongValue(for field: FieldListing.Field) -> String {
    if field.type.hasPrefix("[]") { return #"{"a": 1}"# }
    if field.type.hasPrefix("map:") { return "[1]" }
    return switch field.type {
    case "string", "time": "5"
    case "bool", "int32", "int64": #""5""#
    case "quantity", "intOrString": "true"
    default: #""text""#
    }
  }
}
