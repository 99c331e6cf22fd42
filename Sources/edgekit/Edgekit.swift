#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The program: one run, ended with one of three statuses.
@main
enum Edgekit {
  static func main() {
    Signals.ignoreClosedPipes()
    let status = Invocation.run(Array(CommandLine.arguments.dropFirst()))
    exit(status.rawValue)
  }
}
