internal import EdgeDiff
internal import SystemPackage

/// One merge: by meaning where all three versions are manifests, else as git merges text.
struct GitMergeRun {
  var base: FilePath
  var ours: FilePath
  var theirs: FilePath
  var markerSize: Int
  /// What messages call the file.
  var name: String
  /// Nil for what git is configured to show where it merges text, and without the base elsewhere.
  var style: ConflictStyle?
  var console: Console

  /// - Parameter target: Where the result goes; nil for the file of ours.
  func merge(to target: OutputTarget?) throws -> ExitStatus {
    let merge = ManifestMerge(markerSize: markerSize, showsBase: style == .diff3)
    let outcome = merge.merge(
      base: try read(base), ours: try read(ours), theirs: try read(theirs))
    switch outcome {
    case .merged(let bytes, let conflicts):
      try write(bytes, to: target)
      for conflict in conflicts { tell(conflict) }
      return conflicts.isEmpty ? .done : .findings
    case .refused(let refusal):
      console.note("\(name) is merged line by line: \(refusal.reason)")
      let (bytes, hasConflicts) = try mergeText()
      try write(bytes, to: target)
      return hasConflicts ? .findings : .done
    }
  }

  private func read(_ path: FilePath) throws(IOFailure) -> [UInt8] {
    try FileInput.read(InputFile(name: InputName.displayName(of: path), path: path))
  }

  private func write(_ bytes: [UInt8], to target: OutputTarget?) throws(IOFailure) {
    if let target {
      _ = try ProductWriter(target: target, console: console).write(bytes, name: "deployment.json")
    } else {
      try FileOutput().write(bytes, to: ours)
    }
  }

  private func tell(_ conflict: ManifestMerge.Conflict) {
    for pointer in conflict.pointers {
      console.tell("\(name):\(conflict.line): conflict at \(pointer)")
    }
  }

  /// What git makes of the versions, line by line.
  ///
  /// Source: git-merge-file(1): the status is the number of conflicts, at most 127, and negative for
  /// an error.
  private func mergeText() throws(UsageError) -> (bytes: [UInt8], hasConflicts: Bool) {
    let styled = style == .merge ? ["-c", "merge.conflictStyle=merge"] : []
    let (output, status) = try Git.run(
      styled + ["merge-file", "-p", "--marker-size=\(markerSize)"]
        + (style == .diff3 ? ["--diff3"] : [])
        + [
          "-L", "ours", "-L", "base", "-L", "theirs", "--", ours.string, base.string, theirs.string,
        ])
    guard 0...127 ~= status else {
      throw UsageError(
        "git cannot merge \(name) as text", advice: "it is as it was; merge it by hand")
    }
    return (output, status > 0)
  }
}

extension ManifestMerge.Refusal {
  fileprivate var reason: String {
    switch self {
    case .unreadable(let side):
      "\(side.words) cannot be read as JSON, or a key stands twice in it"
    case .noManifest(let side): "\(side.words) is no deployment manifest"
    case .comments: "a comment would be lost"
    }
  }
}

extension ManifestMerge.Side {
  fileprivate var words: String {
    switch self {
    case .base: "the base"
    case .ours: "our version"
    case .theirs: "their version"
    }
  }
}
