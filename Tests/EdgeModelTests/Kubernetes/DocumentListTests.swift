import EdgeDiagnostics
import EdgeModel
import EdgeSyntax
import Testing

/// How a stream becomes objects: lists, identities, manifests.
@Suite struct DocumentListTests {
  @Test(
    "Documents and what becomes of them",
    arguments: [
      // Objects and lists.
      ("---\n{apiVersion: v1, kind: Pod}", ["v1 Pod"], []),
      (
        "apiVersion: v1\nkind: Pod\n---\napiVersion: v1\nkind: Secret\n", ["v1 Pod", "v1 Secret"],
        []
      ),
      (
        "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod}\n"
          + "- {apiVersion: v1, kind: Node}\n",
        ["v1 Pod", "v1 Node"], []
      ),
      ("apiVersion: v1\nkind: List\nitems: []\n", [], []),
      ("apiVersion: v1\nkind: List\nitems:\n", [], []),
      ("apiVersion: v1\nkind: List\n", ["v1 List"], []),
      // Items of typed lists say their kind only if they want to.
      (
        "apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- {metadata: {name: a}}\n"
          + "- {apiVersion: v1, kind: Pod}\n",
        ["apps/v1 Deployment", "v1 Pod"], []
      ),
      (
        "apiVersion: a/v1\nkind: FooList\nitems:\n- {kind: '', apiVersion: , x: 1}\n",
        ["a/v1 Foo"], []
      ),
      (
        "apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- {kind: Pod}\n", [],
        ["doc-missing-apiversion: the object has no 'apiVersion' @ kind"]
      ),
      // Items that are nothing.
      (
        "apiVersion: v1\nkind: List\nitems:\n- {metadata: {name: a}}\n"
          + "- {apiVersion: v1, kind: Pod}\n",
        ["v1 Pod"],
        [
          "doc-list-item-untyped: an item of a 'List' has neither 'apiVersion' nor 'kind' "
            + "@ metadata"
        ]
      ),
      (
        "apiVersion: v1\nkind: List\nitems:\n- 5\n- [a]\n", [],
        [
          "doc-list-item-untyped: an item of a list must be an object, not a number @ 5",
          "doc-list-item-untyped: an item of a list must be an object, not a list @ [a]",
        ]
      ),
      (
        "apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- ~\n", [],
        ["doc-list-item-untyped: an item of a list must be an object, not null @ ~"]
      ),
      // Lists in lists, and items that are no list.
      (
        "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: List, items: []}\n", [],
        ["doc-list-nested: a 'List' stands inside a 'List' @ items"]
      ),
      (
        "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: List}\n", ["v1 List"], []
      ),
      (
        "apiVersion: v1\nkind: List\nitems: {}\n", [],
        ["doc-items-not-list: 'items' must be a list, not a mapping @ {}"]
      ),
      (
        "apiVersion: v1\nkind: ConfigMap\nitems: []\n", ["v1 ConfigMap"],
        [
          "doc-stray-items: 'items' at the top of a ConfigMap makes kubectl ignore the object "
            + "@ items"
        ]
      ),
      (
        "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: ConfigMap, items: []}\n",
        ["v1 ConfigMap"],
        [
          "doc-stray-items: 'items' at the top of a ConfigMap makes kubectl ignore the object "
            + "@ items"
        ]
      ),
      // Identity.
      ("- a\n", [], ["doc-not-object: a document must be an object, not a list @ - a"]),
      ("text\n", [], ["doc-not-object: a document must be an object, not a string @ text"]),
      (
        "spec: {}\n", [],
        ["doc-missing-kind: the object has neither 'apiVersion' nor 'kind' @ spec"]
      ),
      ("{}\n", [], ["doc-missing-kind: the object has neither 'apiVersion' nor 'kind' @ {}"]),
      ("kind: Pod\n", [], ["doc-missing-apiversion: the object has no 'apiVersion' @ kind"]),
      ("apiVersion: v1\n", [], ["doc-missing-kind: the object has no 'kind' @ apiVersion"]),
      (
        "apiVersion: v1\nkind: 5\n", [],
        ["doc-missing-kind: 'kind' must be a string, not a number @ 5"]
      ),
      (
        "apiVersion: 1\nkind: Pod\n", [],
        ["doc-missing-apiversion: 'apiVersion' must be a string, not a number @ 1"]
      ),
      ("apiVersion: v1\nkind: ''\n", [], ["doc-missing-kind: 'kind' is empty @ ''"]),
    ])
  func expands(text: String, objects: [String], findings: [String]) {
    let decoded = Decoded(text)
    #expect(decoded.list.objects.map { "\($0.apiVersion) \($0.kind)" } == objects)
    #expect(decoded.findings == findings)
  }

  @Test(
    "Manifests are left alone",
    arguments: [
      #"{"modulesContent": {}}"#, #"{"moduleContent": {}}"#,
      #"{"content": {"modulesContent": {}}, "id": "x"}"#, #"{"kind": "x", "modulesContent": {}}"#,
    ])
  func manifests(text: String) {
    let decoded = Decoded(text)
    #expect(decoded.list.manifests.count == 1)
    #expect(decoded.list.objects.isEmpty)
    #expect(decoded.findings == [])
    #expect(decoded.list.manifests.map { DocumentClaim($0) } == [.manifest])
  }

  @Test(
    "What a document gives itself out to be",
    arguments: [
      ("{apiVersion: v1, kind: Pod}", DocumentClaim.kubernetes), ("kind: Pod", .kubernetes),
      ("{apiVersion: v1, kind: X, content: {}}", .kubernetes), ("content: {}", .manifest),
      ("a: b", .unclear), ("text", .unclear), ("[a]", .unclear),
    ])
  func claims(text: String, claim: DocumentClaim) throws {
    let sources = SourceManager()
    let source = sources.add(name: "test.yaml", bytes: Array(text.utf8))
    var sink = DiagnosticSink()
    let root = try #require(DocumentReader.read(source, in: sources, reporting: &sink).first)
    #expect(DocumentClaim(root) == claim)
  }

  @Test(
    "Kinds by version",
    arguments: [
      ("apps/v1", "Deployment", ResourceKind.deployment),
      ("apps/v1beta2", "Deployment", .deployment), ("apps/v1beta1", "Deployment", .deployment),
      ("extensions/v1beta1", "Deployment", .deployment), ("v1", "Deployment", nil),
      ("apps/v2", "Deployment", nil), ("apps/v1", "deployment", nil),
      ("Apps/v1", "Deployment", nil),
      ("extensions/v1beta1", "DaemonSet", .daemonSet), ("apps/v1beta1", "DaemonSet", nil),
      ("apps/v1beta1", "StatefulSet", .statefulSet), ("extensions/v1beta1", "StatefulSet", nil),
      ("extensions/v1beta1", "ReplicaSet", .replicaSet), ("apps/v1beta1", "ReplicaSet", nil),
      ("batch/v1", "Job", .job), ("batch/v1beta1", "Job", nil), ("batch/v1", "CronJob", .cronJob),
      ("batch/v1beta1", "CronJob", .cronJob), ("batch/v2alpha1", "CronJob", .cronJob),
      ("v1", "Pod", .pod), ("v1", "ConfigMap", .configMap), ("v1", "Secret", .secret),
      ("v1", "Service", .service), ("serving.knative.dev/v1", "Service", nil),
      ("v1", "Node", .node),
      ("v1", "Namespace", .namespace), ("v1", "ServiceAccount", .serviceAccount),
      ("v1", "PersistentVolumeClaim", .persistentVolumeClaim), ("v1", "Ingress", nil),
    ] as [(String, String, ResourceKind?)])
  func kinds(apiVersion: String, kind: String, expected: ResourceKind?) {
    let decoded = Decoded("apiVersion: \(apiVersion)\nkind: \(kind)\n")
    #expect(decoded.resources.map(\.header.resourceKind) == [expected])
  }

  @Test func everyKindKnowsItsVersions() {
    for kind in ResourceKind.allCases {
      for version in kind.apiVersions {
        let decoded = Decoded("apiVersion: \(version)\nkind: \(kind.rawValue)\n")
        #expect(decoded.resources.map(\.header.resourceKind) == [kind])
        #expect(decoded.resources.map { $0.workload != nil } == [kind.isWorkload])
      }
    }
  }

  @Test func headersTellWhoTheyAre() throws {
    let decoded = Decoded(
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: edge
        namespace: field
        labels: {app: a}
        annotations: {isEdgeDeployment: true}
      """)
    let header = try #require(decoded.list.objects.first)
    #expect((header.group, header.version) == ("apps", "v1"))
    #expect((header.name?.value, header.namespace?.value) == ("edge", "field"))
    #expect(header.label("app")?.text == "a")
    #expect(header.annotation("isEdgeDeployment")?.kind == .boolean)
    #expect(header.annotation("x") == nil)
    #expect(header.subject == "Deployment edge")
  }

  @Test func headersOfTheCoreGroupHaveNoGroup() throws {
    let header = try #require(
      Decoded("apiVersion: v1\nkind: Pod\nmetadata: a\n").list.objects.first)
    #expect((header.group, header.version) == ("", "v1"))
    #expect(header.name == nil)
    #expect(header.subject == "Pod")
  }

  @Test func rulesAreSorted() {
    for rules in [RuleInfo.documentRules, RuleInfo.schemaRules] {
      #expect(rules.map(\.name) == rules.map(\.name).sorted())
    }
  }
}
