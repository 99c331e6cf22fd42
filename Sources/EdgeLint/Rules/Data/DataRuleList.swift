extension Rule {
  /// ConfigMaps and Secrets.
  static let dataRules: [Rule] = [
    configMapCarriageReturns, configMapDuplicateBinary, configMapEmpty, configMapJSON, configMapKey,
    configMapSize, configMapValueType, secretKey, secretNotEncoded, secretPlainText, secretSize,
    secretTypeData,
  ]
}
