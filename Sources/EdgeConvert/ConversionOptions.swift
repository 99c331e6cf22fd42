package import EdgeModel

/// A system's way of writing a deployment down.
package enum Dialect: String, Sendable, CaseIterable {
  case iotedge
  case virtualKubelet = "virtual-kubelet"
}

/// What a conversion may be asked for.
package struct ConversionOptions: Sendable {
  /// The dialect that is read; nil for what the content says.
  package var source: Dialect?
  /// The dialect that is written; nil for manifests out of Kubernetes objects, and for the Virtual
  /// Kubelet dialect out of manifests.
  package var target: Dialect?
  /// Whether to do what the archived provider did, omissions and failures included.
  package var isProviderCompatible = false
  package var shape = ManifestEnvelope.modules
  package var createOptions = CreateOptionsForm.string
  package var chunk = ChunkPolicy.automatic
  /// The IoT Edge release whose images are used where the source names none.
  ///
  /// Nil for the one that the source was written for, or else the newest.
  package var runtime: RuntimeRelease?
  /// The id of the deployment, when it is not the workload's name.
  package var deploymentID: String?
  /// The target condition of deployments that state none.
  package var targetCondition: String?
  /// The priority of deployments that state none.
  package var priority: Int32?
  /// The name of the pod under `--compat`; the workload's name when nil.
  package var podName: String?
  /// A `pod-template-hash` label to add under `--compat`, as a cluster does.
  package var podTemplateHash: String?
  /// What becomes of modules that would get the same name.
  package var nameCollisions = NameCollisionPolicy.error
  /// What is done with parts of pods that a device has no exact counterpart for.
  package var pods = PodOptions()
  /// Whether what was written is converted back and compared.
  package var verifies = false
  /// Whether decisions are to be explained.
  package var isVerbose = false
  /// Whether deployments are read to be judged, and nothing is written: each mistake keeps the severity
  /// of its rule, and objects are decoded by whoever judges them.
  package var isJudging = false
  /// Blanks per level of the JSON; nil for one line.
  package var indent: Int? = 2

  package init() {}
}

/// What is written around the modules.
package enum ManifestEnvelope: String, Sendable, CaseIterable {
  /// `{"modulesContent": …}`, which `az iot edge set-modules` takes.
  case modules
  /// `{"content": {"modulesContent": …}}`.
  case content
  /// The whole configuration of the hub: id, labels, target condition, priority and content.
  case configuration
}

/// How createOptions are written.
package enum CreateOptionsForm: String, Sendable, CaseIterable {
  /// As JSON text in a string, which the hub takes.
  case string
  /// As an object, which is easier to edit.
  case object
}

/// What becomes of modules whose names are the same once they are names of containers.
package enum NameCollisionPolicy: String, Sendable, CaseIterable {
  /// Nothing is written.
  case error
  /// Each gets a part of the digest of its own name.
  case suffix
}
