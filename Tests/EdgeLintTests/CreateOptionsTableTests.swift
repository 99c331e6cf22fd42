import EdgeModel
import Testing

@testable import EdgeLint

/// What the rules about createOptions list by name, beside the model of createOptions.
@Suite struct CreateOptionsTableTests {
  private func paths(of name: String) throws -> Set<String> {
    let rule = try #require(Rule.all.first { $0.name == name })
    guard case .createOption(let paths, _) = rule.check else {
      Issue.record("\(name) looks at no keys")
      return []
    }
    return Set(paths)
  }

  private func known(_ trait: CreateOptionsField.Traits) -> Set<String> {
    Set(CreateOptionsPath.all.filter { $0.field.traits.contains(trait) }.map(\.text))
  }

  @Test func theModelKnowsTheKeysOfWindows() throws {
    #expect(try paths(of: "create-options-windows-only-key") == known(.windows))
  }

  @Test func theModelKnowsWhatHasNoEffect() throws {
    #expect(
      try paths(of: "create-options-legacy-key").union(paths(of: "create-options-image-ignored"))
        == known(.ignored))
  }

  /// An option of `docker run` is explained as the key that the model has it at.
  @Test func optionsOfTheCommandLineAreTheModels() {
    for (word, counterpart) in DockerWords.commandLine {
      guard counterpart != "restartPolicy of the module" else { continue }
      #expect(CreateOptionsPath(counterpart)?.text == counterpart, "\(word)")
      let flag = "--" + word.replacing("_", with: "-")
      let keys = CreateOptionsPath.all.filter {
        !$0.field.traits.contains(.windows)
          && $0.field.flag.description.split(separator: ", ").contains(Substring(flag))
      }
      // Some are of compose files only, and some of several keys.
      guard let key = keys.first, keys.count == 1 else { continue }
      #expect(key.text == counterpart || key.text.hasPrefix(counterpart + "."), "\(word)")
    }
  }
}
