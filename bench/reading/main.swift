// Reads a file of YAML documents into trees, and does nothing else: what `make bench` puts beside
// libyaml's bare event loop.
internal import EdgeDiagnostics
internal import EdgeSyntax
internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

guard let path = CommandLine.arguments.dropFirst().first else {
  _ = try FileDescriptor.standardError.writeAll("usage: reading FILE\n".utf8)
  exit(2)
}
let descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
let size = Int(try descriptor.seek(offset: 0, from: .end))
try descriptor.seek(offset: 0, from: .start)
let bytes = try unsafe [UInt8](largeCapacity: size) { buffer in
  var count = 0
  while count < size {
    let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
    count += try unsafe descriptor.read(into: rest)
  }
  return count
}
let sources = SourceManager()
let source = sources.add(name: "stream.yaml", bytes: bytes)
var sink = DiagnosticSink()
let documents = DocumentReader.read(source, in: sources, reporting: &sink)
print("\(documents.count) documents, \(sink.diagnostics.count) diagnostics")
