/// Which edgekit this is.
enum Version {
  static let number = "0.1.0"
  /// The day of the release, for the manual; part of the source, so that builds do not differ.
  static let date = "2026-11-21"
  /// The first line of `--version`, whose last word is the number.
  static var line: String { "edgekit " + number }
}
