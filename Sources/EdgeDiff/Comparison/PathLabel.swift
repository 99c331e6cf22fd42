internal import EdgeDiagnostics
internal import EdgeSyntax

/// One step from a subject to what changed.
struct PathLabel: Sendable {
  /// What leads there.
  enum Step: Sendable {
    case key(ArraySlice<UInt8>)
    case index(Int)
    /// An entry of a list by what tells it from others.
    case entry(String)
  }

  let step: Step
  /// Whether people see it.
  let isShown: Bool

  /// The key that it is; nil for an element of a list.
  var key: ArraySlice<UInt8>? {
    if case .key(let key) = step { key } else { nil }
  }

  /// Steps as people write them: `createOptions.HostConfig.PortBindings["80/tcp"][0].HostPort`.
  static func text(of labels: ArraySlice<PathLabel>) -> String {
    var text = ""
    for label in labels where label.isShown {
      switch label.step {
      case .key(let key) where isName(key): text += (text.isEmpty ? "" : ".") + key.text
      case .key(let key):
        text += text.isEmpty && isBare(key) ? key.text : "[\(JSONText.literal(key.text))]"
      case .index(let index): text += "[\(index)]"
      case .entry(let entry): text += "[\(JSONText.literal(entry))]"
      }
    }
    return text
  }

  /// Whether a key can stand between dots.
  private static func isName(_ key: ArraySlice<UInt8>) -> Bool {
    !key.isEmpty
      && key.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
        default: "_-$:".utf8.contains(byte)
        }
      }
  }

  /// Whether a key can stand alone.
  private static func isBare(_ key: ArraySlice<UInt8>) -> Bool {
    !key.isEmpty && key.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "\"") }
  }
}
