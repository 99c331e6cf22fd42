import EdgeTestSupport
import Testing

@testable import EdgeConvert

/// What options make of volumes.
@Suite struct VolumeOptionTests {
  @Test func anEmptyDirectoryOfOneModuleCanBeAnonymous() throws {
    var options = PodOptions()
    options.usesAnonymousVolumes = true
    let drafts = try VolumeDrafts(
      """
      containers:
      - name: a
        image: example.io/a:1
        volumeMounts:
        - {name: own, mountPath: /own}
        - {name: OWN, mountPath: /OWN}
        - {name: fixed, mountPath: /fixed, readOnly: true}
        - {name: shared, mountPath: /shared}
      - name: b
        image: example.io/b:1
        volumeMounts: [{name: shared, mountPath: /shared}]
      volumes:
      - {name: own, emptyDir: {}}
      - {name: OWN, emptyDir: {sizeLimit: 1Mi}}
      - {name: fixed, emptyDir: {}}
      - {name: shared, emptyDir: {}}
      """, options)
    #expect(
      drafts.bodies == [
        #"{"HostConfig":{"Mounts":[{"ReadOnly":true,"Target":"/fixed","Type":"volume"},{"Source":"app-shared","Target":"/shared","Type":"volume"}]},"Volumes":{"/OWN":{},"/own":{}}}"#,
        #"{"HostConfig":{"Mounts":[{"Source":"app-shared","Target":"/shared","Type":"volume"}]}}"#,
      ])
    #expect(drafts.reports == ["i:loss-empty-dir-size-ignored", "w:loss-empty-dir-persistent"])
  }

  private static let impossible = """
    containers:
    - name: a
      image: example.io/a:1
      volumeMounts:
      - {name: conf, mountPath: /conf}
      - {name: tls, mountPath: /tls}
      - {name: token, mountPath: /token}
      - {name: disk, mountPath: /disk}
      - {name: files, mountPath: /files}
      - {name: pages, mountPath: /pages}
      - {name: memory, mountPath: /memory/a}
      - {name: memory, mountPath: /memory/b}
      - {name: claim, mountPath: /claim, subPath: part}
      - {name: path, mountPath: /path, readOnly: true, recursiveReadOnly: Enabled}
      volumeDevices: [{name: claim, devicePath: /dev/xvda}]
    volumes:
    - {name: conf, configMap: {name: nowhere}}
    - {name: tls, secret: {secretName: nowhere}}
    - {name: token, projected: {sources: [{serviceAccountToken: {path: t}}]}}
    - {name: disk, csi: {driver: disk.example.io}}
    - {name: files, image: {reference: example.io/files:1}}
    - {name: pages, emptyDir: {medium: HugePages}}
    - {name: memory, emptyDir: {medium: Memory}}
    - {name: claim, persistentVolumeClaim: {claimName: claim}}
    - {name: path, hostPath: {path: /path}}
    """

  private static let rules = [
    "config-volume-unsupported", "secret-volume-unsupported", "projected-volume-unsupported",
    "volume-kind-unsupported", "image-volume-unsupported", "hugepages-unsupported",
    "shared-memory-volume-unsupported", "recursive-read-only-unsupported", "sub-path-unsupported",
    "volume-device-unsupported",
  ]

  @Test func whatCannotBeSaidIsAnError() throws {
    let drafts = try VolumeDrafts(Self.impossible)
    #expect(
      Set(drafts.reports) == Set(Self.rules.map { "e:" + $0 } + ["i:loss-pvc-as-volume"]))
  }

  @Test func whatCannotBeSaidIsLeftOutWhereLossesAreAllowed() throws {
    var options = PodOptions()
    options.allowsLoss = true
    let drafts = try VolumeDrafts(Self.impossible, options)
    #expect(
      Set(drafts.reports) == Set(Self.rules.map { "w:" + $0 } + ["i:loss-pvc-as-volume"]))
    #expect(
      drafts.bodies == [
        #"{"HostConfig":{"Binds":["/path:/path:ro"],"Mounts":[{"Source":"claim","Target":"/claim","Type":"volume"}]}}"#
      ])
  }

  @Test func mistakesStayErrorsWhereLossesAreAllowed() throws {
    var options = PodOptions()
    options.allowsLoss = true
    let drafts = try VolumeDrafts(
      """
      containers:
      - name: a
        image: example.io/a:1
        volumeMounts: [{name: none, mountPath: /a}, {name: path, mountPath: b}]
      volumes:
      - {name: path, hostPath: {path: /path}}
      """, options)
    #expect(drafts.reports == ["e:vol-mount-unknown", "e:mount-path-relative"])
  }
}
