internal import Synchronization

/// A text and where it came from.
package struct Source: Sendable {
  package let id: SourceID
  /// What people call it: a path as the user gave it, or `data["deployment.json"]` inside a file;
  /// empty for the text of a value that nobody calls anything.
  package let name: String
  /// The whole text in UTF-8.
  package let bytes: [UInt8]
  /// Where embedded text came from; nil for a file.
  package let origin: Origin?

  /// The place embedded text was decoded from, with a map that is built when first needed.
  package struct Origin: Sendable {
    /// The scalar in the parent source; of several, the first.
    package let range: SourceRange
    fileprivate let map: LazyOriginMap

    /// - Parameter makeMap: Called at most once, and only when a range has to be shown.
    package init(range: SourceRange, makeMap: @escaping @Sendable () -> OriginMap) {
      self.range = range
      map = LazyOriginMap(make: makeMap)
    }
  }
}

/// Owns all source text, and is the only type that knows which text came out of which.
///
/// Readers do not know that they read embedded text, and renderers do not either: both use ranges in
/// the source they were given, and only ``physical(_:)`` climbs to the file. Safe to use from
/// several threads. Ids depend on the order of calls; nothing that is printed may.
package final class SourceManager: Sendable {
  private struct State {
    var sources: [Source] = []
    var lineTables: [SourceID: LineTable] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  /// Takes a text and gives it an id.
  package func add(name: String, bytes: [UInt8], origin: Source.Origin? = nil) -> SourceID {
    state.withLock { state in
      let id = SourceID(index: UInt32(state.sources.count))
      state.sources.append(Source(id: id, name: name, bytes: bytes, origin: origin))
      return id
    }
  }

  package subscript(id: SourceID) -> Source {
    state.withLock { $0.sources[Int(id.index)] }
  }

  /// The same range in the file that the user wrote.
  package func physical(_ range: SourceRange) -> SourceRange {
    var range = range
    while let origin = self[range.source].origin {
      range =
        origin.map.value.parentRange(start: range.start, end: range.end) ?? origin.range
    }
    return range
  }

  /// The same range one step closer to the file; nil for text of a file itself, and for a range that is
  /// not written in one piece.
  package func parentRange(of range: SourceRange) -> SourceRange? {
    self[range.source].origin?.map.value.parentRange(start: range.start, end: range.end)
  }

  /// The file that a source was read from; of embedded text, the file it stands in.
  package func file(of id: SourceID) -> SourceID {
    var source = self[id]
    while let origin = source.origin { source = self[origin.range.source] }
    return source.id
  }

  /// The names of the embedded texts from the outermost to the one that holds the range.
  package func embeddingNames(of id: SourceID) -> [String] {
    var names: [String] = []
    var source = self[id]
    while let origin = source.origin {
      names.append(source.name)
      source = self[origin.range.source]
    }
    return names.reversed()
  }

  /// The line and column of an offset in a source.
  package func position(of offset: UInt32, in id: SourceID) -> SourcePosition {
    lineTable(of: id).position(of: offset, in: self[id].bytes)
  }

  /// The lines of a source, found once.
  package func lineTable(of id: SourceID) -> LineTable {
    let (known, bytes) = state.withLock { ($0.lineTables[id], $0.sources[Int(id.index)].bytes) }
    if let known { return known }
    let table = LineTable(bytes)
    state.withLock { $0.lineTables[id] = table }
    return table
  }
}

/// An origin map that is made once, by whoever needs it first.
private final class LazyOriginMap: Sendable {
  private let made = Mutex<OriginMap?>(nil)
  private let make: @Sendable () -> OriginMap

  init(make: @escaping @Sendable () -> OriginMap) {
    self.make = make
  }

  var value: OriginMap {
    made.withLock { made in
      if let made { return made }
      let map = make()
      made = map
      return map
    }
  }
}
