import Foundation
import SystemPackage
import Testing

@testable import edgekit

@Suite struct FileOutputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func failure(_ body: () throws -> Void) -> IOFailure? {
    do {
      try body()
      return nil
    } catch {
      return error as? IOFailure
    }
  }

  private func permissions(of name: String) throws -> FilePermissions {
    try Stat(folder[name]).permissions
  }

  @Test func aNewFileIsWrittenAndNothingIsLeftBeside() throws {
    #expect(try FileOutput().write(Array("new".utf8), to: folder["a.json"]) == .written)
    #expect(try folder.text(of: "a.json") == "new")
    #expect(folder.names == ["a.json"])
  }

  @Test func modeBitsAreKept() throws {
    try folder.write("old", to: "a.json")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: folder["a.json"].string)
    try FileOutput().write(Array("new".utf8), to: folder["a.json"])
    #expect(try permissions(of: "a.json").rawValue == 0o640)
    #expect(try folder.text(of: "a.json") == "new")
  }

  @Test func theTargetOfALinkIsReplaced() throws {
    try folder.write("old", to: "sub/real.json")
    try folder.link("a.json", to: "sub/real.json")
    try FileOutput().write(Array("new".utf8), to: folder["a.json"])
    #expect(try folder.text(of: "sub/real.json") == "new")
    #expect(try Stat(folder["a.json"], followTargetSymlink: false).type == .symbolicLink)
  }

  @Test func aLinkToNothingMakesTheFile() throws {
    try folder.link("a.json", to: "real.json")
    try FileOutput().write(Array("new".utf8), to: folder["a.json"])
    #expect(try folder.text(of: "real.json") == "new")
    try folder.link("b", to: "b")
    #expect(failure { try FileOutput().write([], to: folder["b"]) } != nil)
  }

  @Test func equalContentIsNotTouched() throws {
    try folder.write("same", to: "a.json")
    let before = try Stat(folder["a.json"]).inode
    #expect(try FileOutput().write(Array("same".utf8), to: folder["a.json"]) == .unchanged)
    #expect(try Stat(folder["a.json"]).inode == before)
  }

  @Test func severalHardLinksAreRefused() throws {
    try folder.write("old", to: "a.json")
    try FileManager.default.linkItem(
      atPath: folder["a.json"].string, toPath: folder["b.json"].string)
    let problem = failure { try FileOutput().write(Array("new".utf8), to: folder["a.json"]) }
    #expect(problem?.reason.text == "it has 2 hard links")
    #expect(problem?.advice != nil)
    #expect(try folder.text(of: "b.json") == "old")
  }

  @Test func existingFilesCanBeKept() throws {
    try folder.write("old", to: "a.json")
    let output = FileOutput(keepsExisting: true)
    #expect(failure { try output.write(Array("new".utf8), to: folder["a.json"]) } != nil)
    #expect(failure { try output.checkWritable(folder["a.json"]) } != nil)
    #expect(failure { try output.checkWritable(folder["b.json"]) } == nil)
    #expect(try folder.text(of: "a.json") == "old")
  }

  @Test func inputsAreNotReplaced() throws {
    try folder.write("old", to: "a.yaml")
    let output = FileOutput(inputs: [FileIdentity(try Stat(folder["a.yaml"]))])
    let problem = failure { try output.write(Array("new".utf8), to: folder["a.yaml"]) }
    #expect(problem?.reason.text == "it is one of the inputs")
  }

  @Test func aMissingFolderIsNamed() {
    let problem = failure { try FileOutput().write([1], to: folder["no/a.json"]) }
    #expect(problem?.advice?.hasPrefix("create the folder '") == true)
    #expect(folder.names.isEmpty)
  }

  @Test func aFolderIsNoFile() {
    #expect(failure { try FileOutput().write([1], to: folder[""]) }?.advice != nil)
  }

  @Test func devicesAreWrittenThrough() throws {
    #expect(try FileOutput().write([1], to: "/dev/null") == .written)
    #expect(try Stat("/dev/null").type == .characterSpecial)
  }

  @Test func aReaderThatHasGoneIsNoFailure() throws {
    Signals.ignoreClosedPipes()
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    var console = Console()
    console.output = FileDescriptor(rawValue: pipe.fileHandleForWriting.fileDescriptor)
    try console.write(Array(repeating: 1, count: 1 << 20))
    console.errors = console.output
    console.error("nobody hears this")
  }

  @Test func foldersAreMadeWithThoseAbove() throws {
    let output = OutputFolder(folder["a/b/c"])
    try output.create()
    try output.create()
    #expect(try Stat(folder["a/b/c"]).type == .directory)
  }

  @Test func fileNamesAreSafeAndDistinct() {
    let names = OutputFolder.fileNames(
      for: ["camera", "camera", "a/b", "", ".x", "a b\u{7F}", "camera"], suffix: ".json")
    #expect(
      names == [
        "camera.json", "camera-2.json", "a-b.json", "unnamed.json", "-x.json", "a-b-.json",
        "camera-3.json",
      ])
  }

  @Test func earlierFilesAreFound() throws {
    for name in ["a.json", "b.json", "c.txt"] { try folder.write(to: name) }
    let output = OutputFolder(folder[""])
    #expect(output.leftovers(besides: ["b.json"], suffix: ".json") == ["a.json"])
  }
}
