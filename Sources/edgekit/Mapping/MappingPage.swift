internal import EdgeConvert
internal import EdgeDiagnostics
internal import EdgeModel

/// The documentation of the mappings in Markdown: both directions, field by field, with examples.
enum MappingPage {
  static let fileName = "mapping.md"

  static var text: String {
    var text = """
      # From Kubernetes to IoT Edge and back

      What `edgekit convert` makes of each field of a pod and of what stands above it, and of each key of \
      createOptions. `edgekit explain PATH` says more about one: its type, what Docker demands, who reads \
      it, an example.

      | Fidelity | Meaning |
      | --- | --- |
      | exact | The effect is the same, and the way back restores the value. |
      | near | The same for every practical purpose. |
      | lossy | Part of the meaning is lost, which is told. |
      | ignored | It means nothing on the other side, and leaving it out changes nothing. |
      | impossible | It cannot be said: an error, or with `--allow-loss` a warning. |

      ## Kubernetes to IoT Edge

      """
    let entries = MappingTable.all.filter { !$0.row.kubernetes.isEmpty }
    text += section(
      "Above the pod", entries.filter { $0.mapping == nil })
    text += section("Pods", entries.filter { $0.mapping != nil && !$0.isOfContainer })
    text += section("Containers", entries.filter { $0.mapping != nil && $0.isOfContainer })
    text += "\n## Examples\n" + examples
    text += """

      ## IoT Edge to Kubernetes

      The keys of createOptions, and of a module and a deployment. What stays in the ConfigMap is in its \
      key `createOptions`, and comes back from there as it was. With `--style configmap` all of \
      createOptions stay there.

      | Key | Fidelity | What becomes of it | `docker run` |
      | --- | --- | --- | --- |

      """
    text += keys
    return text + "\n<!-- Made by 'edgekit explain mapping' from the declarations of the mappings; "
      + "changes belong there. -->\n"
  }

  // MARK: - Kubernetes to IoT Edge

  private static func section(_ title: String, _ entries: [MappingTable.Entry]) -> String {
    var text = "\n### \(title)\n\n"
    text +=
      "| Field | In the manifest | Fidelity | What becomes of it |\n| --- | --- | --- | --- |\n"
    for entry in entries {
      let row = entry.row
      let cells = [
        MarkdownText.code(row.kubernetes),
        row.manifest.isEmpty ? "" : MarkdownText.code(row.manifest), row.fidelity.rawValue,
        MarkdownText.escaped(row.summary),
      ]
      text += line(cells)
    }
    return text
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map { $0.isEmpty ? "" : "\($0) " }.joined(separator: "| ") + "|\n"
  }

  private static var examples: String {
    var text = ""
    for mapping in FieldMapping.all {
      for example in mapping.documentation.examples {
        text += "\n\(MarkdownText.code(mapping.kubernetes)):\n\n```yaml\n\(example.yaml)\n```\n\n"
        let options =
          example.options.isEmpty
          ? "" : " with " + MarkdownText.code(example.options.joined(separator: " "))
        switch example.outcome {
        case .module(let json):
          text += "becomes\(options)\n\n```json\n"
          text += ExampleJSON.lines(of: json).map { $0 + "\n" }.joined() + "```\n"
        case .refusal(let rule): text += "is refused\(options): \(MarkdownText.code(rule)).\n"
        }
      }
    }
    return text
  }

  // MARK: - IoT Edge to Kubernetes

  private static var keys: String {
    let entries = MappingTable.all
    var text = ""
    for field in ManifestField.all {
      guard
        let wayBack = entries.first(where: {
          $0.row.manifest == field.path && $0.row.wayBack != nil
        })?.row.wayBack
      else { continue }
      text += line([
        MarkdownText.code(field.path), wayBack.fidelity.rawValue,
        MarkdownText.escaped(wayBack.summary), "",
      ])
    }
    for path in CreateOptionsPath.all where path.isOutermost {
      guard let wayBack = MappingTable.counterpart(of: path.text, in: entries).wayBack else {
        continue
      }
      let flag = path.field.flag.description
      text += line([
        MarkdownText.code("createOptions.\(path.text)"), wayBack.fidelity.rawValue,
        MarkdownText.escaped(wayBack.summary),
        flag.isEmpty ? "" : MarkdownText.code(flag),
      ])
    }
    return text
  }
}

extension MappingTable.Entry {
  var isOfContainer: Bool { row.kubernetes.hasPrefix("spec.containers[].") }
}

extension CreateOptionsPath {
  /// Whether it is a key of createOptions themselves, of `HostConfig`, of `NetworkingConfig` or of
  /// `Healthcheck`, and none of these three objects.
  var isOutermost: Bool {
    let parents = fields.dropLast().map(\.name)
    let objects = ["HostConfig", "NetworkingConfig", "Healthcheck"]
    return (parents.isEmpty && !objects.contains(field.name))
      || (parents.count == 1 && objects.contains(parents[0]))
  }
}
