extension Rule {
  /// What the hub reads beside its routes.
  static let hubRules: [Rule] = [
    hubMQTTBroker, hubMQTTBrokerInvalid, hubMQTTBrokerSchema, hubRoutesMissing, hubSchemaVersion,
    hubSchemaVersionCase, hubStoreForwardMissing, hubStoreLimitsName, hubStoreLimitsUnused,
    hubTTLMissing, hubTTLNegative, hubTTLRange, hubTTLZero, hubUnknownField,
  ]
}
