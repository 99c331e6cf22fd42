internal import EdgeModel

/// A sample that a rule flags or passes; `⟦` and `⟧` mark the exact ranges that are flagged.
///
/// Tests run each sample in several places: as a file of its own, inside other texts, with other line
/// ends, a byte order mark and wide characters.
package struct RuleExample: Sendable {
  /// What the text is, and so what the tests put around it.
  package enum Form: Sendable, Equatable {
    /// A whole deployment manifest, or configuration, in JSON.
    case manifest
    /// The desired properties of `$edgeAgent`.
    case agent
    /// The desired properties of `$edgeHub`.
    case hub
    /// One user module, named `sensor`.
    case module
    /// The object that a module's createOptions are.
    case createOptions
    /// The text of one route, named `alerts`; modules `sensor` and `filter` are deployed.
    case route
    /// The desired properties of module `sensor`.
    case twin
    /// Kubernetes objects in YAML.
    case kubernetes
    /// The same, judged by all rules, with what it suppresses taken into account.
    case suppression
    /// The bytes of a file with this name, as they are; U+FFFD stands for a byte that is not UTF-8.
    case file(String)
  }

  package let form: Form
  /// The sample with its marks; without any, it passes.
  package let text: String
  /// The text after the rule's fix, without marks; nil where there is none.
  package let fixed: String?
  /// What the judgement depends on, where it is not the usual.
  package let options: LintOptions

  /// Whether the rule finds something in it.
  package var isFlagged: Bool { text.contains("⟦") }

  /// The text without marks.
  package var plainText: String { text.filter { $0 != "⟦" && $0 != "⟧" } }

  /// The marked ranges of ``plainText`` in UTF-8 bytes.
  package var markedRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (offset, start) = (0, 0)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": start = offset
      case "⟧": ranges.append(start..<offset)
      default: offset += UTF8.width(scalar)
      }
    }
    return ranges
  }

  /// A sample in which the rule flags exactly the marked ranges.
  @inline(never)
  package static func flags(
    _ form: Form, _ text: String, fixed: String? = nil, under options: LintOptions = LintOptions()
  ) -> RuleExample {
    precondition(text.contains("⟦"), "a sample that is flagged needs a mark: \(text)")
    return RuleExample(form: form, text: text, fixed: fixed, options: options)
  }

  /// A sample that the rule has nothing to say about.
  @inline(never)
  package static func passes(
    _ form: Form, _ text: String, under options: LintOptions = LintOptions()
  ) -> RuleExample {
    RuleExample(form: form, text: text, fixed: nil, options: options)
  }
}

extension LintOptions {
  /// The usual options for another release.
  static func runtime(_ runtime: RuntimeRelease) -> LintOptions {
    var options = LintOptions()
    options.runtime = runtime
    return options
  }

  /// The usual options for a device that lets modules do less.
  static var lockedDown: LintOptions {
    var options = LintOptions()
    options.deviceProfile = .lockedDown
    return options
  }
}
