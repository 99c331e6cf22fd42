internal import EdgeDiagnostics
internal import EdgeSyntax
internal import SystemPackage

/// The image that `${MODULES.NAME}` and its kin stand for in a template of iotedgedev.
///
/// It is put together from the module's `module.json`: repository, version and platform.
///
/// Source: Azure/iotedgedev iotedgedev/deploymentmanifest.py (expand_image_placeholders), module.py.
struct TemplateImage {
  /// The folder of the module, from that of the template.
  private var folder: String
  private var platform: String

  /// - Parameter placeholder: What stands in the braces.
  init?(_ placeholder: String, platform: String) {
    var suffix: Substring
    if placeholder.hasPrefix("MODULEDIR<"), let end = placeholder.firstIndex(of: ">") {
      folder = String(placeholder[..<end].dropFirst("MODULEDIR<".count))
      suffix = placeholder[placeholder.index(after: end)...]
    } else if placeholder.hasPrefix("MODULES.") {
      let rest = placeholder.dropFirst("MODULES.".count)
      let name = rest.prefix { $0 != "." }
      folder = "modules/" + name
      suffix = rest[name.endIndex...]
    } else {
      return nil
    }
    suffix = suffix.drop { $0 == "." }
    switch suffix {
    case "": self.platform = platform
    case "debug": self.platform = platform + ".debug"
    default: self.platform = String(suffix)
    }
    guard !folder.isEmpty else { return nil }
  }

  /// The image; nil where there is no such file, or it does not say.
  ///
  /// - Parameter template: The file with the placeholder; nil for standard input.
  func value(beside template: FilePath?) -> String? {
    guard let template else { return nil }
    let path = template.removingLastComponent().pushing(FilePath(folder)).appending("module.json")
    let file = InputFile(name: InputName.displayName(of: path), path: path)
    guard let bytes = try? FileInput.read(file) else { return nil }
    let root = JSONReader.root(of: bytes, named: file.name, in: SourceManager())
    guard let image = root?["image"], let repository = image["repository"], repository.isString
    else {
      return nil
    }
    let version = image["tag"]?["version"]?.text ?? "0.0.0"
    return "\(repository.text.lowercased()):\(version)-\(platform)"
  }
}
