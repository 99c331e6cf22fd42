internal import EdgeModel

/// The structure of the kinds that a cluster has by itself, in all their versions.
///
/// Nothing is parsed or allocated: a type is a number, and a field is found by halving the sorted
/// fields of its type where they lie in the program.
struct KubernetesSchema: StructureSchema {
  /// A kind in one version.
  struct Kind {
    /// The type of its objects.
    let object: Int
    let hasNamespace: Bool
    /// The release that brought it, without its `1.`; 0 for the oldest known.
    let firstRelease: Int
    /// The first release that does not have it, without its `1.`; nil while it is there.
    let removal: Int?
  }

  struct Field {
    fileprivate let index: Int
  }

  /// The type of the metadata of every object.
  static let metadata = KubernetesSchemaTables.metadataType

  private static var kinds: SchemaTable { SchemaTable(KubernetesSchemaTables.kinds, width: 13) }
  private static var types: SchemaTable { SchemaTable(KubernetesSchemaTables.types, width: 9) }
  private static var fields: SchemaTable { SchemaTable(KubernetesSchemaTables.fields, width: 9) }
  private static var values: SchemaTable { SchemaTable(KubernetesSchemaTables.values, width: 3) }
  private static var choices: SchemaTable { SchemaTable(KubernetesSchemaTables.choices, width: 5) }

  /// Releases are counted from the one before the oldest known.
  private static let releaseBase = 24

  // MARK: - Kinds

  /// A kind in a version, both spelled exactly.
  static func kind(_ kind: ArraySlice<UInt8>, apiVersion: ArraySlice<UInt8>) -> Kind? {
    guard let found = records(ofKind: kind).first(where: { kinds.name($0, 4).hasText(apiVersion) })
    else { return nil }
    let (first, removal) = (
      kinds.number(found, 11, digits: 1), kinds.number(found, 12, digits: 1)
    )
    return Kind(
      object: kinds.number(found, 8, digits: 2),
      hasNamespace: kinds.number(found, 10, digits: 1) == 0,
      firstRelease: first == 0 ? 0 : first + releaseBase,
      removal: removal == 0 ? nil : removal + releaseBase)
  }

  /// The versions that have a kind, spelled exactly, in alphabetical order.
  static func versions(ofKind kind: ArraySlice<UInt8>) -> [String] {
    records(ofKind: kind).map { kinds.name($0, 4).text }
  }

  /// Every kind and version there is.
  static var allKinds: [(kind: String, apiVersion: String)] {
    (0..<kinds.count).map { (kinds.name($0, 0).text, kinds.name($0, 4).text) }
  }

  /// The neighbouring records of a kind.
  private static func records(ofKind kind: ArraySlice<UInt8>) -> Range<Int> {
    let table = kinds
    return unsafe kind.withUnsafeBufferPointer { name in
      var start = 0
      var end = table.count
      while start < end {
        let middle = (start + end) / 2
        if unsafe table.name(middle, 0).order(against: name) < 0 {
          start = middle + 1
        } else {
          end = middle
        }
      }
      end = start
      while end < table.count, unsafe table.name(end, 0).order(against: name) == 0 { end += 1 }
      return start..<end
    }
  }

  // MARK: - Objects

  func field(named name: ArraySlice<UInt8>, of object: Int) -> Field? {
    let table = Self.fields
    return unsafe name.withUnsafeBufferPointer { name in
      var start = Self.types.number(object, 0, digits: 3)
      var end = start + Self.types.number(object, 3, digits: 1)
      while start < end {
        let middle = (start + end) / 2
        let order = unsafe table.name(middle, 0).order(against: name)
        if order == 0 { return Field(index: middle) }
        if order < 0 { start = middle + 1 } else { end = middle }
      }
      return nil
    }
  }

  func fields(of object: Int) -> [Field] {
    fields(of: object) { $0 & 4 == 0 }
  }

  /// The fields with certain flags, in alphabetical order.
  private func fields(of object: Int, where isWanted: (Int) -> Bool) -> [Field] {
    let start = Self.types.number(object, 0, digits: 3)
    return (start..<start + Self.types.number(object, 3, digits: 1))
      .filter { isWanted(flags(of: $0)) }
      .sorted { Self.fields.name($0, 0).text < Self.fields.name($1, 0).text }
      .map(Field.init)
  }

  func mandatoryFields(of object: Int) -> [Field] {
    guard Self.types.number(object, 8, digits: 1) != 0 else { return [] }
    return fields(of: object) { $0 & 4 == 0 && $0 & 2 != 0 }
  }

  func isOpen(_ object: Int) -> Bool { false }

  func typeName(of object: Int) -> String { Self.types.name(object, 4).text }

  func frequency(ofFieldNamed name: String) -> Int {
    let bytes = Array(name.utf8)[...]
    var types: Set<String> = []
    for object in 0..<Self.types.count where field(named: bytes, of: object) != nil {
      types.insert(typeName(of: object))
    }
    return types.count
  }

  // MARK: - Fields

  func name(of field: Field) -> String { Self.fields.name(field.index, 0).text }

  func value(of field: Field) -> Int { Self.fields.number(field.index, 4, digits: 2) }

  func isRequired(_ field: Field) -> Bool { flags(of: field.index) & 1 != 0 }

  func firstRelease(of field: Field) -> Int {
    let release = Self.fields.number(field.index, 7, digits: 1)
    return release == 0 ? 0 : release + Self.releaseBase
  }

  private func flags(of field: Int) -> Int { Self.fields.number(field, 8, digits: 1) }

  func choices(of field: Field) -> [String]? {
    guard let list = choiceList(of: field) else { return nil }
    let bytes = list.map { unsafe KubernetesSchemaTables.choiceText.utf8Start[$0] }
    return bytes.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  func takes(_ text: ArraySlice<UInt8>, in field: Field) -> Bool {
    guard let list = choiceList(of: field) else { return true }
    let words = KubernetesSchemaTables.choiceText
    var start = list.lowerBound
    while start <= list.upperBound {
      var end = start
      while end < list.upperBound, unsafe words.utf8Start[end] != UInt8(ascii: " ") { end += 1 }
      if end - start == text.count,
        zip(text, start..<end).allSatisfy({ unsafe $0 == words.utf8Start[$1] })
      {
        return true
      }
      start = end + 1
    }
    return false
  }

  /// Where the values of a field are listed, with blanks between them.
  private func choiceList(of field: Field) -> Range<Int>? {
    let index = Self.fields.number(field.index, 6, digits: 1)
    guard index > 0 else { return nil }
    let start = Self.choices.number(index, 0, digits: 3)
    return start..<start + Self.choices.number(index, 3, digits: 2)
  }

  // MARK: - Values

  func bounds(of value: Int) -> (least: Int64?, most: Int64?) { (nil, nil) }

  func form(of value: Int) -> ValueForm<Int, Int> {
    let reference = { Self.values.number(value, 1, digits: 2) }
    switch Self.values.byte(value, 0) {
    case UInt8(ascii: "@"): return .object(reference())
    case UInt8(ascii: "s"): return .string
    case UInt8(ascii: "["): return .list(reference())
    case UInt8(ascii: "i"): return .int32
    case UInt8(ascii: "b"): return .boolean
    case UInt8(ascii: "{"): return .map(reference())
    case UInt8(ascii: "l"): return .int64
    case UInt8(ascii: "q"): return .quantity
    case UInt8(ascii: "x"): return .intOrString
    case UInt8(ascii: "t"): return .time
    case UInt8(ascii: "y"): return .base64
    case UInt8(ascii: "d"): return .number
    case UInt8(ascii: "o"): return .mapping
    case UInt8(ascii: "u"): return .perhapsObject(reference())
    default: return .any
    }
  }
}
