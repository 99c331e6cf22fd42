internal import EdgeDiagnostics
internal import EdgeLint

/// Makes the fixes of findings, round by round, because one may make way for another.
struct Repair {
  /// The texts as they were.
  let originals: [[UInt8]]
  private let names: [String]
  /// Which rule changed which line of which original text, in the order of the fixes.
  private var changes: [(text: Int, line: Int, rule: String)] = []

  init(_ texts: [LintText]) {
    originals = texts.map(\.bytes)
    names = texts.map(\.file.name)
  }

  /// How many findings were repaired.
  private(set) var fixCount = 0

  /// Repairs the texts and judges them again, until nothing can be repaired any more.
  mutating func perform(
    on texts: inout [LintText], _ judgement: inout Judgement, allowsUnsafe: Bool,
    judge: ([LintText]) -> Judgement
  ) {
    for _ in 0..<Fixer.roundLimit {
      let fixer = Fixer(sources: judgement.sources, allowsUnsafe: allowsUnsafe)
      let findings = judgement.sink.diagnostics.filter {
        $0.fix != nil && $0.suppression == nil
      }
      var byFile: [SourceID: [Diagnostic]] = [:]
      for finding in findings {
        guard let range = finding.range else { continue }
        byFile[judgement.sources.file(of: range.source), default: []].append(finding)
      }
      var isChanged = false
      for (index, file) in judgement.files.enumerated() {
        guard let findings = byFile[file], texts[index].isReported else { continue }
        let result = fixer.apply(findings, to: file)
        guard result.bytes != texts[index].bytes else { continue }
        record(result.fixed, by: fixer, in: index, texts[index].bytes, judgement.sources)
        texts[index].bytes = result.bytes
        isChanged = true
      }
      guard isChanged else { return }
      judgement = judge(texts)
    }
  }

  /// Notes which lines of the original text fixes concern.
  private mutating func record(
    _ fixed: [Diagnostic], by fixer: Fixer, in text: Int, _ bytes: [UInt8],
    _ sources: SourceManager
  ) {
    let hunks =
      bytes == originals[text]
      ? [] : UnifiedDiff(old: originals[text], new: bytes, context: 0).hunks
    for diagnostic in fixed {
      fixCount += 1
      for edit in diagnostic.fix.flatMap(fixer.edits) ?? [] {
        let line = sources.position(of: edit.range.start, in: edit.range.source).line - 1
        changes.append((text, Self.originalLine(of: line, hunks), diagnostic.rule.name))
      }
    }
  }

  private static func originalLine(of line: Int, _ hunks: [UnifiedDiff.Hunk]) -> Int {
    var shift = 0
    for hunk in hunks {
      if hunk.new.contains(line) { return hunk.old.lowerBound }
      if hunk.new.lowerBound > line { break }
      shift = hunk.old.upperBound - hunk.new.upperBound
    }
    return line + shift
  }

  /// What the repairs changed, as one patch; each hunk names the rules it is for.
  func difference(to texts: [LintText]) -> String {
    var difference = ""
    for (index, text) in texts.enumerated() where text.bytes != originals[index] {
      difference += UnifiedDiff(old: originals[index], new: text.bytes).text(
        oldName: "a/\(names[index])", newName: "b/\(names[index])"
      ) { hunk in
        let rules = changes.filter { $0.text == index && hunk.old.contains($0.line) }.map(\.rule)
        return Set(rules).sorted().joined(separator: ", ")
      }
    }
    return difference
  }
}
