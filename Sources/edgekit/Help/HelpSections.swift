/// A command's options in the order of its pages: the common ones, then the others by group.
struct HelpSections {
  /// Options under one heading.
  struct Section {
    var title: String
    var options: [ArgumentInfo]
  }

  var inputs: [ArgumentInfo]
  var sections: [Section]

  init(of command: any EdgekitCommand.Type) {
    let info = CommandInfo(command)
    let common = command.documentation.commonOptions
    let isCommon = { (option: ArgumentInfo) in common.contains(where: option.isNamed) }
    inputs = info.positionals
    var sections = [
      Section(
        title: "Common options",
        options: common.compactMap { name in info.options.first { $0.isNamed(name) } })
    ]
    for option in info.options where !isCommon(option) {
      let title = option.section ?? command.documentation.ownTitle
      if let index = sections.firstIndex(where: { $0.title == title }) {
        sections[index].options.append(option)
      } else {
        sections.append(Section(title: title, options: [option]))
      }
    }
    self.sections = sections
  }

}
