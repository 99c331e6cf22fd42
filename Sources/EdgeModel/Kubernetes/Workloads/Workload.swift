/// An object that runs containers.
package protocol Workload: KubernetesObject {
  /// The form of its pods; for a Pod, the pod itself.
  var podTemplate: PodTemplateSpec? { get }
  /// How many pods it keeps, where it says so; absent means 1.
  var replicas: Located<Int32>? { get }
}
