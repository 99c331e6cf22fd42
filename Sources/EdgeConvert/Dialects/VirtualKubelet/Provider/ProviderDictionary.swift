/// A value of a dictionary in the provider's data classes.
protocol ProviderDictionaryValue {
  /// Reads the value of an entry, which may be null.
  static func read(from reader: ProviderTypedReader) throws(NewtonsoftFailure) -> Self?
}

/// A dictionary whose entries stay in the order in which their keys first came.
final class ProviderDictionary<Value: ProviderDictionaryValue>: ProviderObject {
  /// The entries with the places of their names, in UTF-16 units.
  private(set) var entries: [(key: UTF16Text, value: Value?, range: Range<Int>)] = []
  private var indices: [UTF16Text: Int] = [:]

  /// The entry under exactly this key.
  func entry(_ key: String) -> (key: UTF16Text, value: Value?, range: Range<Int>)? {
    indices[UTF16Text(key.utf16)].map { entries[$0] }
  }

  func populate(from reader: ProviderTypedReader) throws(NewtonsoftFailure) {
    try reader.readEntries { (key) throws(NewtonsoftFailure) in
      let range = reader.nameRange
      let value = try Value.read(from: reader)
      if let index = indices[key] {
        entries[index] = (key, value, range)
      } else {
        indices[key] = entries.count
        entries.append((key, value, range))
      }
    }
  }
}

extension UTF16Text: ProviderDictionaryValue {
  static func read(from reader: ProviderTypedReader) throws(NewtonsoftFailure) -> UTF16Text? {
    try reader.reader.readAsString()
  }
}

extension ProviderDictionaryValue where Self: ProviderObject {
  static func read(from reader: ProviderTypedReader) throws(NewtonsoftFailure) -> Self? {
    try reader.readMember(existing: nil)
  }
}
