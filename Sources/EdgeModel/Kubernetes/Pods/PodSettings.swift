/// A line of the hosts file that all containers of a pod see.
///
/// Source: kubernetes/api core/v1/types.go.
package struct HostAlias: ModelObject {
  package static let objectName = "a host alias"
  package static var requiredFields: [StaticString] { ["ip"] }

  package var hostnames: [Located<String>]
  package var ip: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    hostnames = reader.strings("hostnames")
    ip = reader.string("ip")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Name servers and search domains in addition to those of the DNS policy.
package struct PodDNSConfig: ModelObject {
  package static let objectName = "'dnsConfig'"

  package var nameservers: [Located<String>]
  package var options: [PodDNSConfigOption]
  package var searches: [Located<String>]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    nameservers = reader.strings("nameservers")
    options = reader.list("options")
    searches = reader.strings("searches")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// An option of the resolver, such as `ndots`.
package struct PodDNSConfigOption: ModelObject {
  package static let objectName = "a DNS option"

  package var name: Located<String>?
  package var value: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    value = reader.string("value")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// The operating system that the images are for.
package struct PodOS: ModelObject {
  package static let objectName = "'os'"
  package static var requiredFields: [StaticString] { ["name"] }

  package var name: Located<Choice<PodOS.Name>>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.choice("name")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A condition that somebody else sets before the pod counts as ready.
package struct PodReadinessGate: ModelObject {
  package static let objectName = "a readiness gate"
  package static var requiredFields: [StaticString] { ["conditionType"] }

  package var conditionType: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    conditionType = reader.string("conditionType")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A name that keeps the pod from being placed until it is removed.
package struct PodSchedulingGate: ModelObject {
  package static let objectName = "a scheduling gate"
  package static var requiredFields: [StaticString] { ["name"] }

  package var name: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// The group of pods that are placed together.
package struct PodSchedulingGroup: ModelObject {
  package static let objectName = "'schedulingGroup'"

  package var podGroupName: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    podGroupName = reader.string("podGroupName")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Somebody who is asked before the pod is evicted.
package struct EvictionResponder: ModelObject {
  package static let objectName = "an eviction responder"
  package static var requiredFields: [StaticString] { ["name", "priority"] }

  package var name: Located<String>?
  package var priority: Located<Int32>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    priority = reader.integer("priority")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A device that containers of the pod may use by this name.
package struct PodResourceClaim: ModelObject {
  package static let objectName = "a resource claim"
  package static var requiredFields: [StaticString] { ["name"] }

  package var name: Located<String>?
  package var resourceClaimName: Located<String>?
  package var resourceClaimTemplateName: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    resourceClaimName = reader.string("resourceClaimName")
    resourceClaimTemplateName = reader.string("resourceClaimTemplateName")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// The name of an object in the same namespace.
package struct LocalObjectReference: ModelObject {
  package static let objectName = "a reference"

  package var name: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// An object anywhere in the cluster.
package struct ObjectReference: ModelObject {
  package static let objectName = "an object reference"

  package var name: Located<String>?
  package var kind: Located<String>?
  package var apiVersion: Located<String>?
  package var fieldPath: Located<String>?
  package var namespace: Located<String>?
  package var resourceVersion: Located<String>?
  package var uid: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    kind = reader.string("kind")
    apiVersion = reader.string("apiVersion")
    fieldPath = reader.string("fieldPath")
    namespace = reader.string("namespace")
    resourceVersion = reader.string("resourceVersion")
    uid = reader.string("uid")
    residue = reader.unknownFields(of: Self.self)
  }
}
