internal import EdgeConvert
internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// How large the twins of a deployment are, against what the hub takes.
struct SizeView {
  private static let largestCount = 10

  let shown: ShownDeployment
  private let size: DeploymentSize

  init(_ shown: ShownDeployment) {
    self.shown = shown
    size = DeploymentSize(shown.expanded)
  }

  private var largest: ArraySlice<DeploymentSize.Part> {
    size.parts.sorted { ($1.bytes, $0.path) < ($0.bytes, $1.path) }.prefix(Self.largestCount)
  }

  // MARK: - Text

  func text(_ style: TerminalStyle, width: Int?) -> String {
    shown.heading(style)
      + [twinTable, moduleTable, largestTable]
      .map { $0.text(style, width: width, indent: 2) }.joined(separator: "\n") + "\n"
      + limits
  }

  private var twinTable: TextTable {
    var table = TextTable([
      .init(title: "TWIN"), .init(title: "BYTES", isNumeric: true),
      .init(title: "OF \(TwinLimits.size / 1024) KiB", isNumeric: true), .init(title: "NOTE"),
    ])
    for twin in size.twins {
      let isOver = twin.bytes > TwinLimits.size
      table.add(
        [
          twin.name, String(twin.bytes), Self.share(twin.bytes, of: TwinLimits.size),
          isOver ? "too large" : "",
        ],
        paints: isOver ? [1: .red, 3: .red] : [:])
    }
    return table
  }

  private var moduleTable: TextTable {
    var table = TextTable([
      .init(title: "MODULE"), .init(title: "BYTES", isNumeric: true),
      .init(title: "CREATEOPTIONS", isNumeric: true), .init(title: "ENV", isNumeric: true),
      .init(title: "OTHER", isNumeric: true), .init(title: "PIECES", isNumeric: true),
    ])
    for module in size.modules {
      table.add([
        module.name, String(module.bytes), String(module.createOptions), String(module.environment),
        String(module.bytes - module.createOptions - module.environment), String(module.pieces),
      ])
    }
    return table
  }

  private var largestTable: TextTable {
    var table = TextTable([
      .init(title: "LARGEST PART"), .init(title: "BYTES", isNumeric: true),
      .init(title: "SHARE", isNumeric: true),
    ])
    let whole = size.twins.reduce(0) { $0 + $1.bytes }
    for part in largest {
      table.add([part.path, String(part.bytes), Self.share(part.bytes, of: max(1, whole))])
    }
    return table
  }

  private var limits: String {
    """
      modules         \(size.modules.count { !$0.isSystem }) of \(DeploymentSize.moduleLimit)
      longest string  \(size.longestString) of \(TwinLimits.stringLength) bytes
      nesting         \(size.depth) of \(TwinLimits.depth) levels

    """
  }

  /// A part in percent with one decimal, rounded to the nearest.
  private static func share(_ part: Int, of whole: Int) -> String {
    let tenths = (part * 1000 + whole / 2) / whole
    return "\(tenths / 10).\(tenths % 10)%"
  }

  // MARK: - JSON

  var json: ReportValue {
    .object(
      shown.members + [
        (
          "limits",
          .record([
            ("twin", .number(TwinLimits.size)), ("string", .number(TwinLimits.stringLength)),
            ("depth", .number(TwinLimits.depth)), ("modules", .number(DeploymentSize.moduleLimit)),
          ])
        ),
        ("longestString", .number(size.longestString)), ("depth", .number(size.depth)),
        (
          "twins",
          .list(
            size.twins.map {
              .record([
                ("name", .string($0.name)), ("bytes", .number($0.bytes)),
                ("exceeds", .flag($0.bytes > TwinLimits.size)),
              ])
            })
        ),
        ("modules", .list(size.modules.map(Self.value))),
        (
          "largest",
          .list(
            largest.map { .record([("path", .string($0.path)), ("bytes", .number($0.bytes))]) })
        ),
      ])
  }

  private static func value(_ module: DeploymentSize.Module) -> ReportValue {
    .record([
      ("name", .string(module.name)), ("system", .flag(module.isSystem)),
      ("bytes", .number(module.bytes)), ("createOptions", .number(module.createOptions)),
      ("env", .number(module.environment)), ("pieces", .number(module.pieces)),
    ])
  }
}
