internal import EdgeConvert
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
    var options = ConversionOptions()
    options.isProviderCompatible = CommandLine.arguments.contains("--compat")
    if CommandLine.arguments.contains("--conf") { options.shape = .configuration }
    let result = Conversion.run(trees, options: options, sources: sources)
    sink.append(result.sink)
    if CommandLine.arguments.contains("-q") { print(result.documents.count, result.documents.reduce(0) { $0 + $1.bytes.count }, sink.diagnostics.count); return }
    for d in sink.diagnostics.prefix(20) {
      guard let range = d.range else { print(d.message); continue }
      let r = sources.physical(range)
      let p = sources.position(of: r.start, in: r.source)
      print("\(p.line):\(p.column): \(d.severity) \(d.message) [\(d.rule.name)] \(d.help ?? "") \(d.pointer ?? "")")
    }
    for d in result.documents { print(String(decoding: d.bytes, as: UTF8.self)) }
  }
}
