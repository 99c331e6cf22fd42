internal import EdgeConvert
internal import EdgeDiagnostics
internal import EdgeLint
internal import EdgeModel
internal import EdgeSyntax

/// A rule with all that documentation says of it.
struct RuleEntry {
  let info: RuleInfo
  /// What lint knows of it; nil for a rule that only a conversion reports.
  let rule: Rule?

  var name: String { info.name }

  /// The severity, and whether it has to be asked for.
  var severity: String { info.severity.rawValue + (info.isOffByDefault ? "-off" : "") }

  /// Whether a program can repair it, in one word.
  var fix: String? { rule?.fix?.rawValue }
}

/// Every rule that a report can name.
enum RuleCatalog {
  /// What `lint` looks for.
  static let linted: [RuleEntry] = sorted(Rule.all.map { RuleEntry(info: $0.info, rule: $0) })

  /// What only a conversion reports.
  static let converted: [RuleEntry] = {
    let known = Set(Rule.all.map(\.name))
    let infos: [[RuleInfo]] = [
      RuleInfo.syntaxRules, RuleInfo.documentRules, RuleInfo.schemaRules, RuleInfo.manifestRules,
      RuleInfo.twinRules, RuleInfo.routeRules, RuleInfo.targetConditionRules,
      RuleInfo.virtualKubeletRules, RuleInfo.conversionRules, RuleInfo.mappingRules,
    ]
    return sorted(
      infos.joined().filter { !known.contains($0.name) }.map { RuleEntry(info: $0, rule: nil) })
  }()

  /// What nobody can decide from the input alone.
  static let undecidable: [UndecidableRule] = Rule.undecidable.sorted { $0.name < $1.name }

  static var all: [RuleEntry] { sorted(linted + converted) }

  /// The names of the groups, sorted.
  static var groups: [String] { Set(all.map(\.info.group)).sorted() }

  /// The rules of a group.
  static func rules(of group: String) -> [RuleEntry] { all.filter { $0.info.group == group } }

  private static func sorted(_ entries: [RuleEntry]) -> [RuleEntry] {
    entries.sorted { $0.name < $1.name }
  }
}

extension RuleExample {
  /// What the sample is, in a few words.
  var place: String {
    switch form {
    case .manifest: "a manifest"
    case .agent: "the desired properties of $edgeAgent"
    case .hub: "the desired properties of $edgeHub"
    case .module: "a module"
    case .createOptions: "createOptions"
    case .route: "a route"
    case .twin: "the desired properties of a module"
    case .kubernetes, .suppression: "Kubernetes objects"
    case .file(let name): "file \(name)"
    }
  }

  /// Where the sample stands, and with which options of `lint` it is judged.
  var setting: String {
    var flags: [String] = []
    if options.runtime != .newest { flags.append("--runtime \(options.runtime.rawValue)") }
    if options.deviceProfile != .standard {
      flags.append("--device-profile \(options.deviceProfile.rawValue)")
    }
    if options.requiresResolved { flags.append("--require-resolved") }
    return "in \(place)" + (flags.isEmpty ? "" : " with \(flags.joined(separator: " "))")
  }

  /// The sample with marks below what is flagged.
  var marked: MarkedSample { MarkedSample(plainText, marks: markedRanges) }
}

/// The samples of a rule, as documentation shows them.
struct ShownExamples {
  /// Samples under one heading.
  struct Series {
    /// What they show, without a colon.
    var heading: String
    var samples: [MarkedSample]
  }

  /// Those that are flagged first; what repairs one follows it.
  private(set) var series: [Series] = []
  /// How many are left out.
  private(set) var leftOut = 0

  /// - Parameter budget: How many lines the flagged samples may have together, and how many those that
  ///   pass; one of either is always shown. Nil for any number.
  init(of rule: Rule?, within budget: Int? = nil) {
    let examples = rule?.examples() ?? []
    for examples in [examples.filter(\.isFlagged), examples.filter { !$0.isFlagged }] {
      var lines = 0
      for example in examples {
        let size = example.marked.lines().count + (example.fixed ?? "").count { $0 == "\n" }
        guard lines == 0 || lines + size <= budget ?? .max else {
          leftOut += 1
          continue
        }
        lines += size
        add(example.marked, (example.isFlagged ? "Flagged, " : "Passes, ") + example.setting)
        if let fixed = example.fixed { add(MarkedSample(fixed), "Fixed") }
      }
    }
  }

  private mutating func add(_ sample: MarkedSample, _ heading: String) {
    if series.last?.heading == heading {
      series[series.count - 1].samples.append(sample)
    } else {
      series.append(Series(heading: heading, samples: [sample]))
    }
  }
}

extension RuleEntry {
  /// How somebody says that a finding is meant to be: where, and in which words.
  var waysToIgnore: [(place: String, text: String)] {
    guard rule != nil else { return [] }
    return [
      ("in a comment", "# edgekit: ignore[\(name)] reason"),
      ("in an annotation", "edgekit/ignore-\(name): \"reason\""),
      ("in .edgekit.yaml", "lint: {ignores: [{rule: \(name), path: FILE, reason: WHY}]}"),
      ("in one run", "edgekit lint --ignore \(name)"),
    ]
  }

  /// What a program does about findings, in a sentence; nil where it can do nothing.
  var repair: String? {
    switch rule?.fix {
    case nil: nil
    case .safe: "'edgekit lint --fix' repairs it."
    case .unsafe:
      "'edgekit lint --fix --unsafe-fixes' repairs it; something else may have been meant."
    }
  }
}
