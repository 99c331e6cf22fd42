internal import EdgeDiagnostics

/// Manual pages in man(7) macros, from the same declarations as the help.
enum ManPage {
  /// The file name of a command's page; that of edgekit itself for nil.
  static func fileName(of command: (any EdgekitCommand.Type)?) -> String {
    command.map { "edgekit-\($0.pageName).1" } ?? "edgekit.1"
  }

  /// The page of edgekit itself.
  static func overview() -> String {
    var page = Roff(title: "EDGEKIT")
    page.heading("NAME")
    page.line(Roff.escaped("edgekit - \(HelpPage.tagline)"))
    page.heading("SYNOPSIS")
    page.synopsis("edgekit <command>", "[options] [FILE|DIR|-]...")
    page.heading("DESCRIPTION")
    page.paragraph(
      "Reads what was written for Kubernetes and writes what Azure IoT Edge deploys. It needs no network and no cluster; equal input gives equal bytes."
    )
    page.heading("COMMANDS")
    for command in CommandList.all {
      page.entry("\\fBedgekit\\-\(Roff.escaped(command.pageName))\\fR(1)", command.summary)
    }
    page.entry("\\fBedgekit help\\fR \\fICOMMAND\\fR", "print the help of a command")
    page.heading("EXAMPLES")
    page.examples(ConvertCommand.documentation.examples)
    page.exitStatus()
    page.environment()
    page.seeAlso(besides: nil)
    return page.text
  }

  /// The page of a command.
  static func page(of command: any EdgekitCommand.Type) -> String {
    let documentation = command.documentation
    var page = Roff(title: "EDGEKIT-\(command.pageName.uppercased())")
    page.heading("NAME")
    page.line(Roff.escaped("edgekit-\(command.pageName) - \(command.summary)"))
    page.heading("SYNOPSIS")
    page.synopsis("edgekit \(command.name)", documentation.synopsis)
    page.heading("DESCRIPTION")
    for paragraph in documentation.description { page.paragraph(paragraph) }
    page.heading("EXAMPLES")
    page.examples(documentation.examples)
    page.heading("OPTIONS")
    page.options(HelpSections(of: command))
    if documentation.explainsFormats { page.formats() }
    page.exitStatus()
    page.environment()
    if !documentation.limits.isEmpty { page.heading("LIMITS OF THIS VERSION") }
    for limit in documentation.limits { page.paragraph(limit) }
    page.seeAlso(besides: command.pageName)
    return page.text
  }
}

extension Roff {
  mutating func synopsis(_ command: String, _ arguments: String) {
    line(".B \(Self.escaped(command))")
    line(Self.escaped(arguments))
  }

  mutating func examples(_ examples: [CommandExample]) {
    for example in examples {
      paragraph(example.purpose + ":")
      block(["$ " + example.command] + example.output)
    }
  }

  mutating func options(_ sections: HelpSections) {
    for input in sections.inputs {
      entry("\\fI\(Self.escaped(input.valueName))\\fR", input.explanation)
    }
    for section in sections.sections {
      subheading(section.title)
      for option in section.options {
        let names = option.names.map { "\\fB\(Self.escaped($0))\\fR" }.joined(separator: ", ")
        let value =
          option.kind == .option ? " \\fI\(Self.escaped(option.valueName))\\fR" : ""
        entry(names + value, option.explanation)
      }
    }
  }

  mutating func formats() {
    heading("FORMATS")
    for format in DiagnosticFormat.allCases {
      entry("\\fB\(format.rawValue)\\fR", format.summary)
    }
    paragraph(
      "Paths are relative to the working directory, and no format has times or host names. Suppressed findings stay in json and sarif, marked."
    )
  }

  mutating func exitStatus() {
    heading("EXIT STATUS")
    for status in ExitStatus.allCases { entry("\\fB\(status.rawValue)\\fR", status.meaning) }
    entry("\\fB>128\\fR", "ended by a signal")
  }

  mutating func environment() {
    heading("ENVIRONMENT")
    let variables = [
      ("EDGEKIT_COLOR", "auto, always or never; --color comes first"),
      ("NO_COLOR", "set and not empty: no color, unless the above ask for it"),
      ("CLICOLOR_FORCE, FORCE_COLOR", "set and not 0: color even where there is no terminal"),
      ("TERM", "dumb: no color"),
      ("COLUMNS", "the width of help on a terminal"),
      ("LC_ALL, LC_CTYPE, LANG", "whether box characters are shown on a terminal"),
    ]
    for (name, meaning) in variables { entry("\\fB\(Self.escaped(name))\\fR", meaning) }
    paragraph("Nothing else in the environment changes what edgekit does.")
  }

  mutating func seeAlso(besides own: String?) {
    heading("SEE ALSO")
    let others = CommandList.all.map { $0.pageName }.filter { $0 != own }.map { "edgekit-\($0)" }
    let pages = (own == nil ? [] : ["edgekit"]) + others
    line(
      pages.map { "\\fB\(Self.escaped($0))\\fR(1)" }.joined(separator: ",\n")
        + ",\n\\fBedgekit\\-rules\\fR(7)")
  }
}
