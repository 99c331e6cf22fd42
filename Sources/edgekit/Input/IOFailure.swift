internal import SystemPackage

/// Something that the file system refused: what was tried, where, and why.
struct IOFailure: Error {
  /// What was tried, as it reads after "cannot".
  enum Operation: String {
    case read, list, write, create, replace
  }

  var operation: Operation
  /// The name as the user knows it.
  var path: String
  var reason: Reason
  /// What to do about it.
  var advice: String?

  /// Why it could not be done.
  enum Reason {
    case system(Errno)
    /// A condition of edgekit's own, for example that the file has several hard links.
    case refused(String)
  }

  init(_ operation: Operation, _ path: String, _ reason: Reason, advice: String? = nil) {
    self.operation = operation
    self.path = path
    self.reason = reason
    self.advice = advice
  }

  init(_ operation: Operation, _ path: String, _ error: Errno, advice: String? = nil) {
    self.init(operation, path, .system(error), advice: advice)
  }

  /// What happened, in one line.
  var message: String {
    "cannot \(operation.rawValue) '\(path)': \(reason.text)"
  }
}

extension IOFailure.Reason {
  /// The words of the system in edgekit's spelling. No locale is ever set, so they are English.
  var text: String {
    switch self {
    case .refused(let text): return text
    case .system(let error):
      let text = error.description
      return text.prefix(1).lowercased() + text.dropFirst()
    }
  }
}
