internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What is known of the terminal behind a stream.
enum Terminal {
  /// The columns text is wrapped to where no terminal says otherwise.
  static let defaultWidth = 80

  static func isTerminal(_ stream: FileDescriptor) -> Bool {
    isatty(stream.rawValue) == 1
  }

  /// Whether a stream is coloured, given the options and the environment.
  static func isColored(_ stream: FileDescriptor, option: ColorChoice?) -> Bool {
    let environment = ColorEnvironment(reading: EnvironmentVariable.value)
    return environment.isColored(option: option, isTerminal: isTerminal(stream))
  }

  /// The columns of a stream: `COLUMNS`, or what the terminal says; 80 for a file or a pipe, so that
  /// written text does not depend on the window it was written from.
  static func width(of stream: FileDescriptor) -> Int {
    guard isTerminal(stream) else { return defaultWidth }
    if let columns = EnvironmentVariable.value("COLUMNS").flatMap({ Int($0) }), columns > 0 {
      return columns
    }
    var size = winsize()
    guard unsafe ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return defaultWidth
    }
    return Int(size.ws_col)
  }

  /// Whether characters beyond ASCII can be shown, by the rules of locale(7).
  static func isUTF8(reading variable: (String) -> String? = EnvironmentVariable.value) -> Bool {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = variable(name), !value.isEmpty else { continue }
      let locale = value.lowercased()
      return locale.hasSuffix("utf-8") || locale.hasSuffix("utf8")
    }
    return false
  }
}
