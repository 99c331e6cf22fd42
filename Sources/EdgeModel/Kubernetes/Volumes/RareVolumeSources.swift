/// Kinds of storage that a volume can be, but hardly ever is on an edge device.
///
/// Source: kubernetes/api core/v1/types.go (VolumeSource).
extension RecordShape {
  static let rareVolumeSources: [RecordShape] = [
    RecordShape(
      "awsElasticBlockStore", required: ["volumeID"],
      [
        ("fsType", .string), ("partition", .integer), ("readOnly", .boolean), ("volumeID", .string),
      ]),
    RecordShape(
      "azureDisk", required: ["diskName", "diskURI"],
      [
        ("cachingMode", .string), ("diskName", .string), ("diskURI", .string), ("fsType", .string),
        ("kind", .string), ("readOnly", .boolean),
      ]),
    RecordShape(
      "azureFile", required: ["secretName", "shareName"],
      [
        ("readOnly", .boolean), ("secretName", .string), ("shareName", .string),
      ]),
    RecordShape(
      "cephfs", required: ["monitors"],
      [
        ("monitors", .strings), ("path", .string), ("readOnly", .boolean), ("secretFile", .string),
        ("secretRef", .record(.secretReference)), ("user", .string),
      ]),
    RecordShape(
      "cinder", required: ["volumeID"],
      [
        ("fsType", .string), ("readOnly", .boolean), ("secretRef", .record(.secretReference)),
        ("volumeID", .string),
      ]),
    RecordShape(
      "fc",
      [
        ("fsType", .string), ("lun", .integer), ("readOnly", .boolean), ("targetWWNs", .strings),
        ("wwids", .strings),
      ]),
    RecordShape(
      "flexVolume", required: ["driver"],
      [
        ("driver", .string), ("fsType", .string), ("options", .stringMap), ("readOnly", .boolean),
        ("secretRef", .record(.secretReference)),
      ]),
    RecordShape(
      "flocker",
      [
        ("datasetName", .string), ("datasetUUID", .string),
      ]),
    RecordShape(
      "gcePersistentDisk", required: ["pdName"],
      [
        ("fsType", .string), ("partition", .integer), ("pdName", .string), ("readOnly", .boolean),
      ]),
    RecordShape(
      "gitRepo", required: ["repository"],
      [
        ("directory", .string), ("repository", .string), ("revision", .string),
      ]),
    RecordShape(
      "glusterfs", required: ["endpoints", "path"],
      [
        ("endpoints", .string), ("path", .string), ("readOnly", .boolean),
      ]),
    RecordShape(
      "iscsi", required: ["iqn", "lun", "targetPortal"],
      [
        ("chapAuthDiscovery", .boolean), ("chapAuthSession", .boolean), ("fsType", .string),
        ("initiatorName", .string), ("iqn", .string), ("iscsiInterface", .string),
        ("lun", .integer), ("portals", .strings), ("readOnly", .boolean),
        ("secretRef", .record(.secretReference)), ("targetPortal", .string),
      ]),
    RecordShape(
      "photonPersistentDisk", required: ["pdID"],
      [
        ("fsType", .string), ("pdID", .string),
      ]),
    RecordShape(
      "portworxVolume", required: ["volumeID"],
      [
        ("fsType", .string), ("readOnly", .boolean), ("volumeID", .string),
      ]),
    RecordShape(
      "quobyte", required: ["registry", "volume"],
      [
        ("group", .string), ("readOnly", .boolean), ("registry", .string), ("tenant", .string),
        ("user", .string), ("volume", .string),
      ]),
    RecordShape(
      "rbd", required: ["image", "monitors"],
      [
        ("fsType", .string), ("image", .string), ("keyring", .string), ("monitors", .strings),
        ("pool", .string), ("readOnly", .boolean), ("secretRef", .record(.secretReference)),
        ("user", .string),
      ]),
    RecordShape(
      "scaleIO", required: ["gateway", "secretRef", "system"],
      [
        ("fsType", .string), ("gateway", .string), ("protectionDomain", .string),
        ("readOnly", .boolean), ("secretRef", .record(.secretReference)), ("sslEnabled", .boolean),
        ("storageMode", .string), ("storagePool", .string), ("system", .string),
        ("volumeName", .string),
      ]),
    RecordShape(
      "storageos",
      [
        ("fsType", .string), ("readOnly", .boolean), ("secretRef", .record(.secretReference)),
        ("volumeName", .string), ("volumeNamespace", .string),
      ]),
    RecordShape(
      "vsphereVolume", required: ["volumePath"],
      [
        ("fsType", .string), ("storagePolicyID", .string), ("storagePolicyName", .string),
        ("volumePath", .string),
      ]),
  ]

  private static let secretReference = RecordShape("secretRef", [("name", .string)])
}
