internal import EdgeDiagnostics
internal import EdgeSyntax
internal import SystemPackage

@main
struct Edgekit {
  static func main() throws {
    let sources = SourceManager()
    let fd = try FileDescriptor.open(FilePath(CommandLine.arguments[1]), .readOnly)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(try fd.seek(offset: 0, from: .end)))
    _ = try fd.seek(offset: 0, from: .start)
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let n = try unsafe chunk.withUnsafeMutableBytes { unsafe try fd.read(into: $0) }
      if n == 0 { break }
      bytes.append(contentsOf: chunk[..<n])
    }
    let id = sources.add(name: CommandLine.arguments[1], bytes: bytes)
    var sink = DiagnosticSink()
    let trees = DocumentReader.read(id, in: sources, reporting: &sink)
    print(trees.count, sink.diagnostics.count)
    for d in sink.diagnostics.prefix(20) {
      let r = sources.physical(d.range!)
      let p = sources.position(of: r.start, in: r.source)
      print("\(p.line):\(p.column): \(d.message) [\(d.rule.name)] \(d.help ?? "")")
    }
  }
}
