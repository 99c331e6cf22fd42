/// What Docker reads as a boolean in text.
///
/// Source: golang/go src/strconv/atob.go (ParseBool).
enum GoBoolean {
  /// The value of a text; nil for what is no boolean.
  static func value(of text: String) -> Bool? {
    switch text {
    case "1", "t", "T", "TRUE", "true", "True": true
    case "0", "f", "F", "FALSE", "false", "False": false
    default: nil
    }
  }
}
