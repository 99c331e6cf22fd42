import EdgeDiagnostics
import Testing

/// Where decoded text comes from.
@Suite struct OriginMapTests {
  private let file = SourceID(index: 0)

  private func range(_ start: UInt32, _ end: UInt32, _ source: SourceID? = nil) -> SourceRange {
    SourceRange(source: source ?? file, start: start, end: end)
  }

  @Test func runsOfOneDistanceAreOneSegment() {
    var map = OriginMap()
    map.appendRun(decoded: 0, parent: file, offset: 10)
    map.appendRun(decoded: 4, parent: file, offset: 14)
    map.appendRun(decoded: 6, parent: file, offset: 20)
    #expect(map.segments.count == 2)
    #expect(map.parentRange(start: 0, end: 6) == range(10, 16))
    #expect(map.parentRange(start: 5, end: 7) == range(15, 21))
    #expect(map.parentRange(start: 6, end: 6) == range(20, 20))
  }

  @Test func unitsAreWhole() {
    var map = OriginMap()
    map.appendRun(decoded: 0, parent: file, offset: 1)
    map.appendUnit(decoded: 2, parent: file, offset: 3, length: 6)
    map.appendRun(decoded: 4, parent: file, offset: 9)
    #expect(map.parentRange(start: 2, end: 3) == range(3, 9))
    #expect(map.parentRange(start: 3, end: 4) == range(3, 9))
    #expect(map.parentRange(start: 1, end: 5) == range(2, 10))
    #expect(map.parentRange(start: 0, end: 2) == range(1, 3))
  }

  @Test func stretchesWithoutTextAreForgotten() {
    var map = OriginMap()
    map.appendRun(decoded: 0, parent: file, offset: 1)
    map.appendRun(decoded: 0, parent: file, offset: 5)
    #expect(map.segments.count == 1)
    #expect(map.parentRange(start: 0, end: 1) == range(5, 6))
  }

  @Test func rangesEndWhereTheirPieceEnds() {
    let other = SourceID(index: 1)
    var map = OriginMap()
    map.appendRun(decoded: 0, parent: file, offset: 100)
    map.beginPiece()
    map.appendRun(decoded: 10, parent: other, offset: 5)
    map.beginPiece()
    map.appendRun(decoded: 20, parent: other, offset: 15)
    #expect(map.parentRange(start: 8, end: 10) == range(108, 110))
    #expect(map.parentRange(start: 10, end: 12) == range(5, 7, other))
    #expect(map.parentRange(start: 8, end: 12) == range(108, 110))
    #expect(map.parentRange(start: 18, end: 22) == range(13, 15, other))
    #expect(map.parentRange(start: 0, end: 30) == range(100, 110))
    #expect(map.parentRange(start: 20, end: 30) == range(15, 25, other))
  }

  @Test func emptyMapsKnowNothing() {
    #expect(OriginMap().parentRange(start: 0, end: 1) == nil)
  }
}
