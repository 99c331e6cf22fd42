import EdgeDiagnostics
import EdgeModel
import EdgeSyntax
import Testing

/// Keys that are not written as they read.
@Suite struct KeyTests {
  @Test func mergedAndAliasedMembersAreFound() {
    let decoded = Decoded(
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: &name edge
        labels: &labels {app: *name}
        annotations:
          <<: *labels
          x: z
      spec:
        containers:
        - &base {name: a, image: b}
        - <<: *base
          name: c
      """)
    #expect(decoded.findings == [])
    let workload = decoded.resources.first?.workload
    #expect(workload?.metadata?.annotations["app"]?.value == "edge")
    #expect(workload?.metadata?.annotations["x"]?.value == "z")
    let containers = workload?.podTemplate?.spec?.containers ?? []
    #expect(containers.map(\.name?.value) == ["a", "c"])
    #expect(containers.map(\.image?.value) == ["b", "b"])
  }

  @Test func quotedAndEscapedKeysAreFound() {
    let decoded = Decoded(
      #"""
      "apiVersion": v1
      'kind': Pod
      "sp\x65c":
        "node\u004eame": edge
        ? >-
          hostname
        : device
      """#)
    #expect(decoded.findings == [])
    let spec = decoded.resources.first?.workload?.podTemplate?.spec
    #expect(spec?.nodeName?.value == "edge")
    #expect(spec?.hostname?.value == "device")
  }

  @Test func keysThatNobodyHasAreReported() {
    let decoded = Decoded(
      """
      apiVersion: v1
      kind: Pod
      spec:
        '': a
        n: b
        nodeNamee: c
        nXXXXXXe: d
      """)
    #expect(
      decoded.marks.map { $0.split(separator: " @ ").last } == ["''", "n", "nodeNamee", "nXXXXXXe"])
    #expect(decoded.residueCount == 4)
  }

  @Test func repeatedKeysAreReportedOnce() {
    let decoded = Decoded("apiVersion: v1\nkind: Pod\nspec: {hostname: a, hostname: b}\n")
    #expect(decoded.diagnostics.map(\.rule.name) == ["yaml-duplicate-key"])
    #expect(decoded.residueCount == 0)
  }
}
