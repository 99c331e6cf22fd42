import Testing

@testable import edgekit

/// What git gives a program for differences.
@Suite struct GitDiffArgumentsTests {
  @Test func aChangedFile() throws {
    let arguments = try GitDiffArguments(
      ["d.json", "/tmp/old", "abc", "100644", "d.json", "000", "100755"])
    #expect(arguments.path == "d.json")
    #expect(
      arguments.versions
        == GitDiffArguments.Versions(
          old: .init(path: "/tmp/old", mode: "100644"), new: .init(path: "d.json", mode: "100755")))
  }

  @Test func aNewFileAndADeletedOne() throws {
    let new = try GitDiffArguments(["d", "/dev/null", ".", ".", "d", "000", "100644"])
    #expect(new.versions?.old.isMissing == true)
    #expect(new.versions?.new.isMissing == false)
    let deleted = try GitDiffArguments(["d", "/tmp/d", "abc", "100644", "/dev/null", ".", "."])
    #expect(deleted.versions?.new.isMissing == true)
  }

  @Test func aRenamedFile() throws {
    let words = ["a", "/tmp/a", "abc", "100644", "b", "000", "100644", "b", "similarity index 90%"]
    #expect(try GitDiffArguments(words).versions?.newName == "b")
  }

  @Test func aFileThatIsNotMerged() throws {
    #expect(try GitDiffArguments(["d"]).versions == nil)
  }

  @Test func aLinkIsNoFile() throws {
    let words = ["d", "/tmp/d", "abc", "120000", "d", "000", "100644"]
    let versions = try #require(try GitDiffArguments(words).versions)
    #expect(!versions.old.isFile)
    #expect(versions.new.isFile)
  }

  @Test(arguments: [0, 2, 6, 8, 10])
  func othersAreNoArgumentsOfGit(_ count: Int) {
    #expect(throws: UsageError.self) {
      try GitDiffArguments([String](repeating: "x", count: count))
    }
  }
}
