/// What a deployment is called after the file that it was read from.
enum FileStem {
  /// The name of a file without its folders and without the ends that say what kind of file it is.
  static func of(_ path: String) -> String {
    let file = path.split { $0 == "/" || $0 == "\\" }.last ?? ""
    var parts = file.split(separator: ".")
    while parts.count > 1, let last = parts.last,
      ["json", "jsonc", "yaml", "yml", "template"].contains(last.lowercased())
    { parts.removeLast() }
    let stem = parts.joined(separator: ".")
    // Standard input has a name in brackets, or a dash.
    return stem.contains { $0.isLetter || $0.isNumber } && !stem.hasPrefix("<")
      ? stem : "deployment"
  }
}
