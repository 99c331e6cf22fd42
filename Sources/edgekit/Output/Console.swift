internal import SystemPackage

/// The two streams of a run: the product on standard output, talk on standard error.
///
/// Talk is written whole, one call a message, and begins with the program's name.
struct Console {
  var output = FileDescriptor.standardOutput
  var errors = FileDescriptor.standardError
  var isQuiet = false
  var isVerbose = false

  /// Says what went wrong, and what to do about it.
  func error(_ message: String, advice: String? = nil) {
    talk("edgekit: error: \(message)\n" + (advice.map { "  \($0)\n" } ?? ""))
  }

  func error(_ failure: IOFailure) {
    error(failure.message, advice: failure.advice)
  }

  /// Says something worth knowing, unless the user wants quiet.
  func note(_ message: String) {
    if !isQuiet { talk("edgekit: note: \(message)\n") }
  }

  /// Explains a decision to a user who asked for explanations.
  func explain(_ message: @autoclosure () -> String) {
    if isVerbose { talk("edgekit: note: \(message())\n") }
  }

  /// Tells what was done, unless the user wants quiet.
  func tell(_ message: @autoclosure () -> String) {
    if !isQuiet { talk("edgekit: \(message())\n") }
  }

  /// Writes text to standard error as it is.
  func talk(_ text: String) {
    // Where there is nobody to talk to there is nobody to tell about it.
    _ = try? errors.writeAll(text.utf8)
  }

  /// Writes the product to standard output; a reader that has gone away is no failure.
  func write(_ bytes: [UInt8]) throws(IOFailure) {
    do {
      _ = try output.writeAll(bytes)
    } catch let error as Errno where error == .brokenPipe {
      return
    } catch {
      throw IOFailure(.write, "<stdout>", error as? Errno ?? .ioError)
    }
  }
}
