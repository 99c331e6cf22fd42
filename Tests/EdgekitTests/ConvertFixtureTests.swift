import EdgeTestSupport
import Testing

/// What `convert` makes of input, case by case; a case is a folder and needs no code.
@Suite("convert, by fixture")
struct ConvertFixtureTests {
  @Test("gives what is expected", arguments: ConvertCase.all)
  func givesWhatIsExpected(_ fixture: ConvertCase) async throws {
    try await fixture.check()
  }

  @Test("there are cases")
  func thereAreCases() {
    #expect(!ConvertCase.all.isEmpty)
  }
}
