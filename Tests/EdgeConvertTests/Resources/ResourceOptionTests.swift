import Testing

@testable import EdgeConvert

/// What options make of limits and requests.
@Suite struct ResourceOptionTests {
  @Test func swapIsForbiddenWithTheMemoryThatIsLimited() throws {
    var options = PodOptions()
    options.forbidsSwap = true
    let drafts = try VolumeDrafts(
      """
      containers:
      - {name: a, image: "example.io/a:1", resources: {limits: {memory: 64Mi}}}
      - {name: b, image: "example.io/b:1", resources: {limits: {cpu: 1}}}
      """, options)
    #expect(
      drafts.bodies == [
        #"{"HostConfig":{"Memory":67108864,"MemorySwap":67108864}}"#,
        #"{"HostConfig":{"NanoCpus":1000000000}}"#,
      ])
    #expect(drafts.reports == [])
  }

  private static let impossible = """
    resources: {limits: {memory: 64Mi}}
    resourceClaims: [{name: camera, resourceClaimName: camera}]
    containers:
    - name: a
      image: example.io/a:1
      resources:
        limits: {example.com/dongle: 1, hugepages-2Mi: 4Mi, ephemeral-storage: 1Gi}
        claims: [{name: camera}]
    - {name: b, image: "example.io/b:1"}
    """

  @Test(arguments: [false, true])
  func whatCannotBeSaidIsLeftOutWhereLossesAreAllowed(_ allowsLoss: Bool) throws {
    var options = PodOptions()
    options.allowsLoss = allowsLoss
    let drafts = try VolumeDrafts(Self.impossible, options)
    let severity = allowsLoss ? "w" : "e"
    #expect(drafts.bodies == ["{}", "{}"])
    #expect(
      drafts.reports == [
        "\(severity):extended-resource-unsupported", "w:loss-hugepages-unsupported",
        "w:loss-ephemeral-storage-unsupported", "\(severity):resource-claims-unsupported",
        "\(severity):pod-resources-unsupported", "\(severity):resource-claims-unsupported",
      ])
  }
}
