/// One image, how it is started, and what it gets from the pod.
///
/// Source: kubernetes/api core/v1/types.go.
package struct Container: ModelObject {
  package static let objectName = "a container"
  package static var requiredFields: [StaticString] { ["name", "image"] }
  package static var neighbors: [Neighbor] {
    [
      Neighbor(PodSpec.self, at: "the pod spec, beside 'containers'"),
      Neighbor(SecurityContext.self, at: "'securityContext'"),
      Neighbor(ResourceRequirements.self, at: "'resources'"), Neighbor(Probe.self, at: "a probe"),
    ]
  }

  package var name: Located<String>?
  package var image: Located<String>?
  package var args: [Located<String>]
  package var command: [Located<String>]
  package var env: [EnvVar]
  package var envFrom: [EnvFromSource]
  package var imagePullPolicy: Located<Choice<Container.ImagePullPolicy>>?
  @Indirect package var lifecycle: Lifecycle?
  @Indirect package var livenessProbe: Probe?
  package var ports: [ContainerPort]
  @Indirect package var readinessProbe: Probe?
  package var resizePolicy: [ContainerResizePolicy]
  @Indirect package var resources: ResourceRequirements?
  package var restartPolicy: Located<Choice<Container.RestartPolicy>>?
  package var restartPolicyRules: [ContainerRestartRule]
  @Indirect package var securityContext: SecurityContext?
  @Indirect package var startupProbe: Probe?
  package var stdin: Located<Bool>?
  package var stdinOnce: Located<Bool>?
  package var terminationMessagePath: Located<String>?
  package var terminationMessagePolicy: Located<Choice<Container.TerminationMessagePolicy>>?
  package var tty: Located<Bool>?
  package var volumeDevices: [VolumeDevice]
  package var volumeMounts: [VolumeMount]
  package var workingDir: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    self.init(claimingFrom: &reader)
    residue = reader.unknownFields(of: Self.self)
  }

  /// Claims what every kind of container has, and leaves the rest to the caller.
  init(claimingFrom reader: inout ObjectReader) {
    name = reader.string("name")
    image = reader.string("image")
    args = reader.strings("args")
    command = reader.strings("command")
    env = reader.list("env")
    envFrom = reader.list("envFrom")
    imagePullPolicy = reader.choice("imagePullPolicy")
    lifecycle = reader.object("lifecycle")
    livenessProbe = reader.object("livenessProbe")
    ports = reader.list("ports")
    readinessProbe = reader.object("readinessProbe")
    resizePolicy = reader.list("resizePolicy")
    resources = reader.object("resources")
    restartPolicy = reader.choice("restartPolicy")
    restartPolicyRules = reader.list("restartPolicyRules")
    securityContext = reader.object("securityContext")
    startupProbe = reader.object("startupProbe")
    stdin = reader.boolean("stdin")
    stdinOnce = reader.boolean("stdinOnce")
    terminationMessagePath = reader.string("terminationMessagePath")
    terminationMessagePolicy = reader.choice("terminationMessagePolicy")
    tty = reader.boolean("tty")
    volumeDevices = reader.list("volumeDevices")
    volumeMounts = reader.list("volumeMounts")
    workingDir = reader.string("workingDir")
  }
}
