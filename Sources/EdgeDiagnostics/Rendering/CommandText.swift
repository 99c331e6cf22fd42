/// Escapes text for commands that CI services read out of a log, one a line.
enum CommandText {
  /// - Parameter escapes: What stands for characters that mean something to the service, among them
  ///   the percent sign that escapes begin with.
  static func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let escape = escapes[scalar] {
        result += escape
      } else if scalar.isInvisibleControl {
        result += String(scalar).visible
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
