internal import EdgeConvert
internal import EdgeDiagnostics
internal import EdgeModel

/// The manual page edgekit-mapping(7): what becomes of each field, in both directions.
enum MappingManual {
  static let fileName = "edgekit-mapping.7"

  static var page: String {
    var page = Roff(title: "EDGEKIT-MAPPING", section: 7)
    page.heading("NAME")
    page.line(Roff.escaped("edgekit-mapping - what becomes of fields between pods and modules"))
    page.heading("DESCRIPTION")
    page.paragraph(
      "What edgekit convert makes of each field of a pod and of what stands above it, and of each key of createOptions. 'edgekit explain PATH' says more about one, with an example."
    )
    page.paragraph(
      "exact: the effect is the same, and the way back restores the value. near: the same for every practical purpose. lossy: part of the meaning is lost, which is told. ignored: leaving it out changes nothing. impossible: it cannot be said, which is an error, or with --allow-loss a warning."
    )
    let entries = MappingTable.all
    let fields = entries.filter { !$0.row.kubernetes.isEmpty }
    page.heading("KUBERNETES TO IOT EDGE")
    page.subheading("Above the pod")
    for entry in fields where entry.mapping == nil { page.row(entry.row) }
    page.subheading("Pods")
    for entry in fields where entry.mapping != nil && !entry.isOfContainer { page.row(entry.row) }
    page.subheading("Containers")
    for entry in fields where entry.mapping != nil && entry.isOfContainer { page.row(entry.row) }
    page.heading("IOT EDGE TO KUBERNETES")
    page.paragraph(
      "What stays in the ConfigMap is in its key createOptions, and comes back from there as it was."
    )
    for field in ManifestField.all {
      guard
        let wayBack = entries.first(where: {
          $0.row.manifest == field.path && $0.row.wayBack != nil
        })?.row.wayBack
      else { continue }
      page.key(field.path, wayBack, flag: "")
    }
    for path in CreateOptionsPath.all where path.isOutermost {
      guard let wayBack = MappingTable.counterpart(of: path.text, in: entries).wayBack else {
        continue
      }
      page.key("createOptions.\(path.text)", wayBack, flag: path.field.flag.description)
    }
    page.heading("SEE ALSO")
    page.line(
      "\\fBedgekit\\-convert\\fR(1),\n\\fBedgekit\\-explain\\fR(1),\n\\fBedgekit\\-rules\\fR(7)")
    return page.text
  }
}

extension Roff {
  fileprivate mutating func row(_ row: MappingDocumentation.Row) {
    let counterpart = row.manifest.isEmpty ? "" : " → \(row.manifest)"
    entry(
      "\\fB\(Self.escaped(row.kubernetes))\\fR\(Self.escaped(counterpart)) (\(row.fidelity.rawValue))",
      row.summary)
  }

  fileprivate mutating func key(
    _ name: String, _ wayBack: MappingDocumentation.WayBack, flag: String
  ) {
    entry(
      "\\fB\(Self.escaped(name))\\fR (\(wayBack.fidelity.rawValue))",
      wayBack.summary + (flag.isEmpty ? "" : "; docker run \(flag)"))
  }
}
