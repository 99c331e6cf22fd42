internal import EdgeDiagnostics

extension Rule {
  static let yamlCustomTag = Rule(reading: .yamlCustomTag) {
    [
      .flags(
        .kubernetes,
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: m
        data:
          host: ⟦!env⟧ HOST
          port: ⟦!Ref⟧ "Port"
        """),
      .passes(
        .kubernetes,
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: m
        data:
          port: !!str 8080
        """),
    ]
  }

  static let yamlMergeBefore = Rule(reading: .yamlMergeBefore) {
    [
      .flags(
        .kubernetes,
        """
        apiVersion: example.com/v1
        kind: Settings
        base: &base {image: old, level: info}
        spec: {⟦image⟧: new, <<: *base}
        """),
      .passes(
        .kubernetes,
        """
        apiVersion: example.com/v1
        kind: Settings
        base: &base {image: old, level: info}
        spec: {<<: *base, image: new}
        other: {name: x, <<: *base}
        """),
    ]
  }

  static let yamlNonstringKey = Rule(reading: .yamlNonstringKey, fix: .unsafe) {
    [
      .flags(
        .kubernetes,
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: m
        data:
          ⟦on⟧: x
          ⟦010⟧: y
        """,
        fixed: """
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: m
          data:
            "on": x
            "010": y
          """),
      .passes(
        .kubernetes,
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: m
        data:
          "on": x
          8080: y
          true: z
        """),
    ]
  }

  static let yamlOctal = Rule(reading: .yamlOctal) {
    [
      .flags(
        .kubernetes,
        """
        apiVersion: example.com/v1
        kind: Settings
        spec:
          port: ⟦0808⟧
          limits: [⟦010⟧, ⟦-07⟧]
        """),
      .passes(
        .kubernetes,
        """
        apiVersion: example.com/v1
        kind: Settings
        spec:
          port: "0808"
          defaultMode: 0644
          items: [{mode: 0400}]
          ratio: 0.5
          none: 0
          date: 01-02-2024
          hash: 0abc
        """),
    ]
  }

  static let yamlSpecialFloat = Rule(reading: .yamlSpecialFloat) {
    [
      .flags(
        .kubernetes,
        """
        apiVersion: example.com/v1
        kind: Settings
        spec:
          limit: ⟦.inf⟧
          least: ⟦-.INF⟧
          other: ⟦.NaN⟧
        """),
      .passes(
        .kubernetes,
        """
        apiVersion: example.com/v1
        kind: Settings
        spec:
          limit: ".inf"
          half: .5
        """),
    ]
  }

  static let yamlUnderscoreNumber = Rule(reading: .yamlUnderscoreNumber) {
    [
      .flags(
        .kubernetes,
        """
        apiVersion: example.com/v1
        kind: Settings
        spec:
          memory: ⟦1_000⟧
        """),
      .passes(
        .kubernetes,
        """
        apiVersion: example.com/v1
        kind: Settings
        spec:
          memory: "1_000"
          name: _1
          word: 1_a
        """),
    ]
  }
}
