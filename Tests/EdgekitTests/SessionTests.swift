import EdgeTestSupport
import Testing

/// Runs every file of `Fixtures/sessions` against the built program.
@Suite struct SessionTests {
  @Test func thereAreSessions() {
    #expect(!Fixture.names(in: "sessions").isEmpty)
  }

  @Test(arguments: Fixture.names(in: "sessions"))
  func session(_ name: String) throws {
    let path = "sessions/\(name)"
    let session = Session(String(decoding: Fixture.bytes(path) ?? [], as: UTF8.self))
    let replayed = try session.replayed(with: ProgramRun.program)
    Fixture.expectEqualText(replayed.text, path)
  }
}
