internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let windowsSecurity = FieldMapping(
    from: "windowsOptions of the pod and its containers, apart from runAsUserName", manifest: "",
    fidelity: .impossible,
    summary: "Accounts of Active Directory and processes of the host have no create option."
  ) { source, _, context in
    let security = EffectiveSecurity(source)
    for (field, value) in [
      ("gmsaCredentialSpec", security.gmsaCredentialSpec),
      ("gmsaCredentialSpecName", security.gmsaCredentialSpecName),
    ] {
      guard let value, !value.value.isEmpty else { continue }
      context.reportWindows(field, at: value.node)
    }
    if let process = security.hostProcess, process.value {
      context.reportWindows("hostProcess", at: process.node)
    }
  }

  static let operatingSystem = FieldMapping(
    .pod, "os", manifest: "", fidelity: .lossy,
    summary: "Linux goes without saying. Modules of Windows are out of support."
  ) { source, _, context in
    guard let name = source.pod.os?.name, name.value == .windows else { return }
    context.decoding.report(
      .lossWindowsPod, "the pod is for Windows, which a manifest cannot say", at: name.node,
      help: "select devices of Windows with the target condition; the runtime has none after 1.1")
  }
}

extension MappingContext {
  fileprivate func reportWindows(_ field: String, at node: SyntaxNode?) {
    reportImpossible(
      .windowsSecurityUnsupported, "'\(field)' has no counterpart in createOptions", at: node,
      help: "remove it")
  }
}
