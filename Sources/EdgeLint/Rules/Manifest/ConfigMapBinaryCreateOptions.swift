internal import EdgeModel

extension Rule {
  static let configMapBinaryCreateOptions = Rule(reading: .configMapBinaryCreateOptions) {
    [
      .flags(.kubernetes, edgePod(configMap: "binaryData:\n  ⟦createOptions⟧: e30=")),
      .flags(.kubernetes, edgePod(configMap: "binaryData:\n  ⟦status⟧: cnVubmluZw==")),
      .passes(.kubernetes, edgePod(configMap: "data:\n  createOptions: '{}'")),
    ]
  }
}
