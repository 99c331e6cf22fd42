import EdgeDiagnostics
import EdgeModel
import EdgeTestSupport
import Testing

@testable import EdgeConvert

/// Files of ConfigMaps, Secrets and pods, which somebody copies to devices.
@Suite struct ConfigVolumeTests {
  private static func drafts(
    _ spec: String, objects: String = "", allowsLoss: Bool = false, folder: String = "/etc/edge"
  ) throws -> VolumeDrafts {
    var options = PodOptions()
    options.configVolumes = folder
    options.allowsLoss = allowsLoss
    return try VolumeDrafts(spec, objects: objects, options)
  }

  private static func pod(_ volume: String, mount: String = "") -> String {
    """
    containers:
    - name: proxy
      image: example.io/proxy:1
      volumeMounts:
      - {name: conf, mountPath: /conf\(mount)}
    volumes:
    - \(volume)
    """
  }

  private static let map = """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: settings}
    data: {b.conf: "two", a.conf: "one"}
    binaryData: {raw: AAEC}
    """

  private static let secret = """
    apiVersion: v1
    kind: Secret
    metadata: {name: tls}
    data: {key: aGlkZGVu, cert: b2xk}
    stringData: {cert: new}
    """

  @Test func aSingleFileIsBound() throws {
    let drafts = try Self.drafts(
      """
      containers:
      - name: proxy
        image: example.io/proxy:1
        volumeMounts:
        - {name: conf, mountPath: /etc/proxy.conf, subPath: proxy.conf}
      volumes:
      - {name: conf, configMap: {name: proxy-conf}}
      """,
      objects: """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: proxy-conf}
        data: {proxy.conf: "listen 80"}
        """)
    #expect(
      drafts.bodies == [
        #"{"HostConfig":{"Binds":["/etc/edge/default/app/conf/proxy.conf:/etc/proxy.conf:ro"]}}"#
      ])
    #expect(drafts.reports == ["w:config-volume-unsupported"])
    #expect(
      drafts.diagnostics[0].message
        == "'/etc/edge/default/app/conf/proxy.conf', a part of volume 'conf', has to be copied to the device"
    )
    #expect(drafts.files == ["644 default/app/conf/proxy.conf: listen 80"])
  }

  @Test func allKeysOfAConfigMapAreFiles() throws {
    let drafts = try Self.drafts(
      Self.pod("{name: conf, configMap: {name: settings}}"), objects: Self.map, folder: "/srv/")
    #expect(drafts.bodies == [#"{"HostConfig":{"Binds":["/srv/default/app/conf:/conf:ro"]}}"#])
    #expect(
      drafts.diagnostics.map(\.message) == [
        "the files of volume 'conf' have to be copied to '/srv/default/app/conf' on the device"
      ])
    #expect(
      drafts.files == [
        "644 default/app/conf/a.conf: one", "644 default/app/conf/b.conf: two",
        "644 default/app/conf/raw: \u{0}\u{1}\u{2}",
      ])
  }

  @Test func itemsChooseKeysPathsAndModes() throws {
    let drafts = try Self.drafts(
      Self.pod(
        """
        name: conf
          configMap:
            name: settings
            defaultMode: 0440
            items:
            - {key: a.conf, path: x/./one}
            - {key: b.conf, path: two, mode: 0755}
        """), objects: Self.map)
    #expect(
      drafts.files == ["755 default/app/conf/two: two", "440 default/app/conf/x/one: one"])
    #expect(drafts.reports == ["w:config-volume-unsupported"])
  }

  @Test func secretsAreForTheirOwner() throws {
    let drafts = try Self.drafts(
      Self.pod("{name: conf, secret: {secretName: tls}}"), objects: Self.secret)
    #expect(drafts.reports == ["w:secret-volume-unsupported"])
    #expect(
      drafts.files == ["600 default/app/conf/cert: new", "600 default/app/conf/key: hidden"])
    let open = try Self.drafts(
      Self.pod(
        "{name: conf, secret: {secretName: tls, defaultMode: 420, items: [{key: key, path: k}]}}"),
      objects: Self.secret)
    #expect(open.files == ["644 default/app/conf/k: hidden"])
  }

  @Test func whatIsOptionalMayBeMissing() throws {
    let map = try Self.drafts(
      Self.pod("{name: conf, configMap: {name: nowhere, optional: true}}"))
    #expect(map.reports == ["w:config-volume-unsupported"])
    #expect(map.drafts[0].configVolumes == [ConfigVolume(path: "default/app/conf", files: [])])
    let key = try Self.drafts(
      Self.pod(
        "{name: conf, secret: {secretName: tls, optional: true, items: [{key: none, path: k}]}}"),
      objects: Self.secret)
    #expect(key.reports == ["w:secret-volume-unsupported"] && key.files.isEmpty)
  }

  @Test(arguments: [
    ("configMap: {name: nowhere}", "e:config-map-not-found"),
    ("secret: {secretName: nowhere}", "e:secret-not-found"),
    ("configMap: {name: settings, items: [{key: c, path: c}]}", "e:config-map-key-not-found"),
    ("secret: {secretName: tls, items: [{key: c, path: c}]}", "e:secret-key-not-found"),
    ("configMap: {name: settings, items: [{key: raw, path: ../c}]}", "e:vol-path"),
    ("configMap: {name: settings, items: [{key: raw, path: ..c}]}", "e:vol-path"),
    ("configMap: {name: settings, items: [{key: raw, path: /c}]}", "e:vol-path"),
    ("configMap: {name: settings, defaultMode: 644}", "e:vol-mode"),
    ("secret: {secretName: broken}", "e:schema-base64"),
  ])
  func mistakesAreReported(_ source: String, _ report: String) throws {
    let broken = """
      apiVersion: v1
      kind: Secret
      metadata: {name: broken}
      data: {key: "not encoded!"}
      """
    let drafts = try Self.drafts(
      Self.pod("{name: conf, \(source)}"),
      objects: [Self.map, Self.secret, broken].joined(separator: "\n---\n"))
    #expect(drafts.reports.filter { !$0.hasSuffix("volume-unsupported") } == [report])
  }

  @Test func severalSourcesShareADirectory() throws {
    let drafts = try Self.drafts(
      Self.pod(
        """
        name: conf
          projected:
            sources:
            - configMap: {name: settings, items: [{key: a.conf, path: cert}, {key: b.conf, path: b}]}
            - secret: {name: tls}
            - downwardAPI:
                items:
                - {path: labels, fieldRef: {fieldPath: metadata.labels}}
                - {path: tier, mode: 0600, fieldRef: {fieldPath: "metadata.labels['app']"}}
                - {path: name, fieldRef: {fieldPath: metadata.name}}
        """), objects: Self.map + "\n---\n" + Self.secret)
    #expect(drafts.reports == ["w:projected-volume-unsupported"])
    #expect(
      drafts.files == [
        "644 default/app/conf/b: two", "600 default/app/conf/cert: new",
        "600 default/app/conf/key: hidden",
        "644 default/app/conf/labels: app=\"sensor\"\ntier=\"a \\\"b\\\"\"",
        "644 default/app/conf/name: app", "600 default/app/conf/tier: sensor",
      ])
  }

  @Test func tokensAndCertificatesAreNotThere() throws {
    let volume = """
      name: conf
        projected:
          sources:
          - configMap: {name: settings, items: [{key: a.conf, path: a}]}
          - serviceAccountToken: {path: token}
          - clusterTrustBundle: {path: trust}
          - podCertificate: {keyType: ED25519, signerName: example.io/s}
      """
    let drafts = try Self.drafts(Self.pod(volume), objects: Self.map)
    #expect(
      drafts.reports == Array(repeating: "e:projected-volume-unsupported", count: 3)
        + ["w:projected-volume-unsupported"])
    let lossy = try Self.drafts(Self.pod(volume), objects: Self.map, allowsLoss: true)
    #expect(
      lossy.reports == Array(repeating: "w:projected-volume-unsupported", count: 4))
    #expect(lossy.files == ["644 default/app/conf/a: one"])
  }

  @Test func fieldsOfThePodAreFiles() throws {
    let drafts = try Self.drafts(
      """
      containers:
      - name: a
        image: example.io/a:1
        resources: {limits: {memory: 8Mi}}
        volumeMounts: [{name: about, mountPath: "/at:colon"}]
      volumes:
      - name: about
        downwardAPI:
          defaultMode: 0400
          items:
          - {path: memory, resourceFieldRef: {containerName: a, resource: limits.memory, divisor: "1k"}}
          - {path: space, fieldRef: {fieldPath: metadata.namespace}}
          - {path: uid, fieldRef: {fieldPath: metadata.uid}}
      """)
    #expect(
      drafts.files == [
        "400 default/app/about/memory: 8389", "400 default/app/about/space: default",
      ])
    #expect(
      drafts.reports.filter { $0 != "w:loss-field-dropped" } == [
        "e:field-ref-unsupported", "w:projected-volume-unsupported", "i:loss-bind-needs-mount",
      ])
    #expect(
      drafts.bodies == [
        #"{"HostConfig":{"Memory":8388608,"Mounts":[{"ReadOnly":true,"Source":"/etc/edge/default/app/about","Target":"/at:colon","Type":"bind"}]}}"#
      ])
  }

  @Test func noNameLeadsOutOfTheFolder() throws {
    let drafts = try Self.drafts(
      """
      containers:
      - name: a
        image: example.io/a:1
        volumeMounts: [{name: "../../x", mountPath: /x}, {name: "..", mountPath: /y}]
      volumes:
      - {name: "../../x", configMap: {name: settings, optional: true}}
      - {name: "..", configMap: {name: settings, optional: true}}
      """)
    #expect(
      drafts.drafts[0].configVolumes.map(\.path) == ["default/app/-.-..-x", "default/app/-."])
  }

  @Test(arguments: [
    ("plain ü", #"a="plain ü""#), ("\t\n\r\u{07}\u{08}\u{0B}\u{0C}\\", #"a="\t\n\r\a\b\v\f\\""#),
    ("\u{1F}\u{7F}\u{200B}\u{E0001}", #"a="\x1f\x7f\u200b\U000e0001""#),
    ("\u{A0}", #"a="\u00a0""#),
  ])
  func textIsQuotedAsGoDoes(_ value: String, _ expected: String) {
    #expect(DownwardText.line("a", value) == expected)
  }
}
