internal import EdgeDiagnostics
internal import EdgeLint
internal import EdgeSyntax
internal import SystemPackage

/// Where the values of variables come from.
struct VariableSources {
  /// `NAME=VALUE`; of several the last counts, and they win over all others.
  var settings: [String]
  /// Names of environment variables, with commas between them; they win over files.
  var environment: [String]
  /// Files with a `NAME=VALUE` a line; of several the last counts.
  var files: [String]
  var syntax: String?
  /// The platform of images of a template.
  var platform: String?
  /// The project's configuration, whose files the named ones win over.
  var configuration: ConfigurationFile?

  /// Whether anything was asked for; without it a placeholder is text.
  var isEmpty: Bool {
    settings.isEmpty && environment.isEmpty && files.isEmpty && syntax == nil && platform == nil
      && configuration.map { $0.settings.variables.isEmpty } ?? true
  }

  /// The values; nil when nothing was asked for.
  func variables() throws -> ((InputFile) -> Variables)? {
    guard !isEmpty else { return nil }
    let syntax = try syntax.map { try PlaceholderSyntax($0, of: "--template-syntax") } ?? .edgekit
    guard platform == nil || syntax == .iotedgedev else {
      throw UsageError(
        "--platform chooses images of templates", advice: "add --template-syntax iotedgedev")
    }
    let values = try values()
    if let configuration,
      let name = configuration.settings.variables.required.first(
        where: { values[$0] == nil })
    {
      throw UsageError(
        "variable '\(name)' is not set, and \(configuration.name) requires it",
        advice: "give --set \(name)=VALUE, --env \(name) or an --env-file that sets it")
    }
    let platform = platform ?? "amd64"
    return { file in
      Variables(values: values, syntax: syntax) { placeholder in
        TemplateImage(placeholder, platform: platform)?.value(beside: file.path)
      }
    }
  }

  /// The values that are never shown: those of variables that the configuration calls secret.
  func secrets() throws -> [String] {
    guard let patterns = configuration?.settings.variables.secret, !patterns.isEmpty else {
      return []
    }
    let globs = patterns.map { Glob($0) }
    return try values().filter { value in globs.contains { $0.matches(value.key) } }.map(\.value)
      .filter { !$0.isEmpty }.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  private func values() throws -> [String: String] {
    var values: [String: String] = [:]
    let ownFiles =
      configuration.map { configuration in
        configuration.settings.variables.environmentFiles.map(configuration.path)
      } ?? []
    for file in ownFiles + files { values.merge(try Self.read(file)) { $1 } }
    for name in environment.flatMap({ $0.split(separator: ",") }).map(String.init) {
      if let value = EnvironmentVariable.value(name) { values[name] = value }
    }
    for setting in settings {
      guard let equals = setting.firstIndex(of: "="), equals != setting.startIndex else {
        throw UsageError(
          "--set takes NAME=VALUE, not '\(setting)'", advice: "for example --set SITE=plant1")
      }
      values[String(setting[..<equals])] = String(setting[setting.index(after: equals)...])
    }
    return values
  }

  /// The lines of a file: `NAME=VALUE`, perhaps with `export` before and quotes around the value.
  private static func read(_ name: String) throws -> [String: String] {
    let path = FilePath(name)
    let shown = InputName.displayName(of: path)
    let text = String(
      decoding: try FileInput.read(InputFile(name: shown, path: path)), as: UTF8.self)
    var values: [String: String] = [:]
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      var rest = line.drop(while: \.isWhitespace)
      guard let first = rest.first, first != "#" else { continue }
      if rest.hasPrefix("export ") { rest = rest.dropFirst(7).drop(while: \.isWhitespace) }
      guard let equals = rest.firstIndex(of: "="), equals != rest.startIndex,
        !rest[..<equals].contains(where: \.isWhitespace)
      else {
        throw UsageError(
          "line \(number + 1) of \(shown) is no NAME=VALUE", advice: "comments begin with #")
      }
      values[String(rest[..<equals])] = value(String(rest[rest.index(after: equals)...]))
    }
    return values
  }

  private static func value(_ text: String) -> String {
    for quote in ["\"", "'"] where text.count > 1 && text.hasPrefix(quote) && text.hasSuffix(quote)
    {
      return String(text.dropFirst().dropLast())
    }
    return text
  }
}

extension PlaceholderSyntax: Choice {}
