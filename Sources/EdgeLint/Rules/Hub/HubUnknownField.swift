internal import EdgeModel

extension Rule {
  static let hubUnknownField = Rule(reading: .hubUnknownField) {
    [
      .flags(.hub, #"{"schemaVersion": "1.1", "routes": {}, ⟦"retries"⟧: 3}"#),
      .flags(.hub, #"{"schemaVersion": "1.1", "routes": {}, ⟦"route"⟧: {}}"#),
      .flags(
        .hub,
        #"{"schemaVersion": "1.1", "routes": {}, "storeAndForwardConfiguration": {"timeToLiveSecs": 7200, ⟦"maxSizeBytes"⟧: 1}}"#
      ),
      .passes(
        .hub,
        #"{"schemaVersion": "1.3", "routes": {}, "mqttBroker": {}, "integrity": {}, "storeAndForwardConfiguration": {"timeToLiveSecs": 7200, "storeLimits": {}}}"#
      ),
    ]
  }
}
