import EdgeDiagnostics
import Foundation
import SystemPackage
import Testing

@testable import EdgeConvert
@testable import edgekit

/// What is written, and the very words in which it is told.
@Suite struct ManifestOutputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func document(_ name: String, modules: Int = 2, routes: Int = 3) -> ConvertedDocument {
    ConvertedDocument(
      name: name, dialect: .iotedge, source: SourceID(index: 0),
      bytes: Array("{\"\(name)\"}\n".utf8),
      moduleCount: modules, routeCount: routes, agentTwinSize: 5222)
  }

  /// Writes documents and gives what was said, with the test's folder called `DIR`.
  private func told(
    _ documents: [ConvertedDocument], to target: OutputTarget, losses: Int = 0,
    isDryRun: Bool = false, isVerbose: Bool = false, files: FileOutput = FileOutput()
  ) throws -> String {
    let talk = folder["talk"]
    let errors = try FileDescriptor.open(
      talk, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    defer { try? errors.close() }
    var console = Console(isVerbose: isVerbose)
    console.errors = errors
    console.output = errors
    try ManifestOutput(
      target: target, console: console, isDryRun: isDryRun, losses: losses, files: files
    ).write(documents)
    return try folder.text(of: "talk").replacing(folder[""].string, with: "DIR")
  }

  @Test func oneFile() throws {
    let path = folder["deployment.json"]
    #expect(
      try told([document("camera")], to: .file(path), losses: 1)
        == "edgekit: wrote DIR/deployment.json (2 modules, 3 routes, 5.1 KiB of 32 KiB), 1 loss\n")
    #expect(try folder.text(of: "deployment.json") == "{\"camera\"}\n")
    #expect(
      try told([document("camera")], to: .file(path))
        == "edgekit: did not change DIR/deployment.json (2 modules, 3 routes, 5.1 KiB of 32 KiB)\n")
  }

  @Test func singularsAndPlurals() throws {
    #expect(
      try told(
        [document("x", modules: 1, routes: 0)], to: .file(folder["x.json"]), losses: 2)
        == "edgekit: wrote DIR/x.json (1 module, 0 routes, 5.1 KiB of 32 KiB), 2 losses\n")
  }

  @Test func dryRunsWriteNothing() throws {
    #expect(
      try told([document("x")], to: .file(folder["x.json"]), isDryRun: true)
        == "edgekit: would write DIR/x.json (2 modules, 3 routes, 5.1 KiB of 32 KiB)\n")
    #expect(
      try told(
        [document("x"), document("y")], to: .folder(OutputFolder(folder["out"])), isDryRun: true)
          == """
          edgekit: would write DIR/out/x.json (2 modules, 3 routes, 5.1 KiB of 32 KiB)
          edgekit: would write DIR/out/y.json (2 modules, 3 routes, 5.1 KiB of 32 KiB)

          """)
    #expect(folder.names == ["talk"])
  }

  @Test func standardOutputIsNotNarrated() throws {
    #expect(try told([document("x")], to: .standardOutput) == "{\"x\"}\n")
  }

  @Test func severalManifestsNeedAFolder() throws {
    let documents = ["camera", "gateway", "tempsensor"].map { document($0) }
    #expect(
      throws: UsageError(
        "3 edge deployments found (camera, gateway, tempsensor) but stdout holds one manifest",
        advice: "use --select NAME, or -o DIR/ for one file each")
    ) {
      try told(documents, to: .standardOutput)
    }
    #expect(throws: UsageError.self) { try told(documents, to: .file(folder["x.json"])) }
    #expect(
      try told(documents, to: .folder(OutputFolder(folder["out"])), losses: 1)
        == "edgekit: wrote 3 manifests to DIR/out/ (6 modules, 9 routes), 1 loss\n")
    #expect(try folder.text(of: "out/gateway.json") == "{\"gateway\"}\n")
  }

  @Test func earlierFilesAreMentioned() throws {
    try folder.write(to: "out/old.json")
    #expect(
      try told([document("new")], to: .folder(OutputFolder(folder["out"])))
        == """
        edgekit: wrote DIR/out/new.json (2 modules, 3 routes, 5.1 KiB of 32 KiB)
        edgekit: note: DIR/out/old.json is from an earlier run and was left alone

        """)
  }

  @Test func allOrNothing() throws {
    try folder.write("old", to: "out/b.json")
    let output = OutputTarget.folder(OutputFolder(folder["out"]))
    #expect(throws: IOFailure.self) {
      try told([document("a"), document("b")], to: output, files: FileOutput(keepsExisting: true))
    }
    #expect(try folder.text(of: "out/b.json") == "old")
    #expect(throws: (any Error).self) { try folder.text(of: "out/a.json") }
  }
}
