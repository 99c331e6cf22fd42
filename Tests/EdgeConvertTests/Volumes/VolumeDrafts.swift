import EdgeDiagnostics
import EdgeModel
import EdgeSyntax
import Testing

@testable import EdgeConvert

/// The modules that the containers of a pod named `app` become, one after the other.
struct VolumeDrafts {
  private(set) var drafts: [ModuleDraft] = []
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - spec: The pod's spec in YAML, unindented.
  ///   - objects: Further documents.
  init(_ spec: String, objects: String = "", _ options: PodOptions = PodOptions()) throws {
    let indented = spec.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    let text = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: app
        labels: {tier: "a \\"b\\"", app: sensor}
      spec:
      \(indented)
      ---
      \(objects)
      """
    let sources = SourceManager()
    let context = DecodingContext(sources: sources)
    let source = sources.add(name: "pod.yaml", bytes: Array(text.utf8))
    let roots = DocumentReader.read(source, in: sources, reporting: &context.sink)
    let kubernetes = KubernetesObjects(roots, context)
    let workload = try #require(kubernetes.workloads.first)
    let template = Resource.decode(workload.header, context).workload?.podTemplate
    var conversion = ConversionOptions()
    conversion.pods = options
    let fields = PodFields(
      workload, template: template, objects: kubernetes, options: conversion, context)
    for container in workload.containers {
      let name = try #require(container["name"])
      drafts.append(fields.draft(of: container, named: Located(name.text, at: name)))
    }
    context.sink.removeRepetitions(in: sources)
    diagnostics = context.sink.diagnostics
  }

  /// The createOptions of the modules.
  var bodies: [String] { drafts.map { $0.body.sortedByKey().json } }

  /// The names of what was reported with the first letter of its severity, in the order of reporting.
  var reports: [String] { diagnostics.map { "\($0.severity)".prefix(1) + ":" + $0.rule.name } }

  /// The files of the first module: mode, path and text.
  var files: [String] {
    (drafts.first?.configVolumes ?? []).flatMap { volume in
      volume.files.map { file in
        let text = String(decoding: file.bytes, as: UTF8.self)
        return "\(String(file.mode, radix: 8)) \(volume.path)/\(file.path): \(text)"
      }
    }
  }
}
