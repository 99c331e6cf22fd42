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
    fileprivate let makeMap: @Sendable () -> OriginMap

    /// - Parameter makeMap: Called only when a range has to be shown; then perhaps more than once.
    package init(range: SourceRange, makeMap: @escaping @Sendable () -> OriginMap) {
      self.range = range
      self.makeMap = makeMap
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
    var recentMaps = RecentOriginMaps()
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
        map(of: range.source, origin).parentRange(start: range.start, end: range.end)
        ?? origin.range
    }
    return range
  }

  /// The same range one step closer to the file; nil for text of a file itself, and for a range that is
  /// not written in one piece.
  package func parentRange(of range: SourceRange) -> SourceRange? {
    self[range.source].origin.flatMap {
      map(of: range.source, $0).parentRange(start: range.start, end: range.end)
    }
  }

  private func map(of id: SourceID, _ origin: Source.Origin) -> OriginMap {
    if let known = state.withLock({ $0.recentMaps.find(id) }) { return known }
    let map = origin.makeMap()
    state.withLock { $0.recentMaps.add(map, of: id) }
    return map
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

/// The origin maps that were asked for last. Findings come text by text, and the maps of all texts would
/// take more memory than the texts.
private struct RecentOriginMaps {
  private static let limit = 32
  /// The last that was asked for comes last.
  private var maps: [(id: SourceID, map: OriginMap)] = []

  mutating func find(_ id: SourceID) -> OriginMap? {
    guard let position = maps.lastIndex(where: { $0.id == id }) else { return nil }
    let found = maps.remove(at: position)
    maps.append(found)
    return found.map
  }

  mutating func add(_ map: OriginMap, of id: SourceID) {
    if maps.count == Self.limit { maps.removeFirst() }
    maps.append((id, map))
  }
}
