internal import EdgeDiagnostics

/// Signals that stop a container, as Docker takes them.
///
/// Source: moby/sys signal/signal.go (ParseSignal), signal_linux.go.
package enum LinuxSignal {
  package static let names = [
    "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT", "KILL",
    "PIPE", "POLL", "PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP",
    "TTIN", "TTOU", "URG", "USR1", "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ", "RTMIN", "RTMAX",
  ]

  /// Whether Docker takes a text: a name with or without `SIG` in any letter case, or a number.
  package static func isKnown(_ text: String) -> Bool {
    let text = text.uppercased()
    if let number = Int32(text) { return number > 0 }
    let name = text.hasPrefix("SIG") ? String(text.dropFirst(3)) : text
    if name.hasPrefix("RTMIN+") {
      return Int(name.dropFirst(6)).map { (1...15).contains($0) } ?? false
    }
    if name.hasPrefix("RTMAX-") {
      return Int(name.dropFirst(6)).map { (1...14).contains($0) } ?? false
    }
    return names.contains(name)
  }

  /// Asks whether the nearest signal was meant; nil when none is near.
  package static func question(for text: String) -> String? {
    Suggestion.question(for: text.uppercased(), among: names.map { "SIG" + $0 })
  }
}
