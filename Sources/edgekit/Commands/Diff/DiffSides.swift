internal import EdgeDiagnostics
internal import SystemPackage

/// The two sides of a comparison as the command line names them.
struct DiffSides {
  var old: DiffSide
  var new: DiffSide

  /// - Parameter exclusions: Patterns of what the configuration leaves out of folders.
  init(
    old: String, new: String, exclusions: [String], standardInputName: String?
  ) throws(UsageError) {
    guard old != "-" || new != "-" else {
      throw UsageError(
        "standard input cannot be both sides", advice: "name a file for one of them")
    }
    let policy = InputCollector.Policy(
      exclusions: exclusions.map { Glob($0) },
      standardInputName: standardInputName.map { InputName.displayName(of: FilePath($0)) }
        ?? InputName.standardInput)
    self.old = DiffSide(argument: old, policy: policy)
    self.new = DiffSide(argument: new, policy: policy)
  }
}

/// One side: the files behind one argument.
struct DiffSide {
  let argument: String
  let inputs: InputCollector

  /// A folder in which no file has one of the usual extensions is taken whole: `kubectl diff` hands over
  /// such folders.
  init(argument: String, policy: InputCollector.Policy) {
    var inputs = InputCollector(policy: policy)
    inputs.add(argument)
    if inputs.files.isEmpty, inputs.failures.isEmpty {
      var policy = policy
      policy.takesAnyExtension = true
      inputs = InputCollector(policy: policy)
      inputs.add(argument)
    }
    self.argument = argument
    self.inputs = inputs
  }

  /// What reports call it.
  var name: String {
    inputs.files.count == 1 && inputs.files[0].name.hasSuffix(argument)
      ? inputs.files[0].name : InputName.displayName(of: FilePath(argument))
  }

  /// Whether it holds several files, or a file that is empty, so that having nothing says that nothing is
  /// there.
  var mayBeEmpty: Bool {
    inputs.files.count != 1 || (try? Stat(FilePath(argument)))?.size == 0
      || (try? Stat(FilePath(argument)))?.type == .directory
  }
}
