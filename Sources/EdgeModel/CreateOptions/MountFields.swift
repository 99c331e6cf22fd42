extension CreateOptionsObject {
  /// One entry of `Mounts`.
  ///
  /// Source: moby/moby api/swagger.yaml (Mount); daemon/volume/mounts/linux_parser.go
  /// (validateMountConfigImpl).
  package static let mount = CreateOptionsObject(
    "a mount",
    [
      .field("BindOptions", .object(bindOptions), means: "options of a path of the host"),
      .field(
        "Consistency", .string, means: "how exactly both sides agree; no effect on Linux",
        usual: "default", words: "default consistent cached delegated"),
      .field("ImageOptions", .object(imageOptions), means: "options of an image", since: "1.48"),
      .field(
        "ReadOnly", .boolean, [.agent, .daemon], means: "whether nothing can be written",
        usual: "false"),
      .field(
        "Source", .string, [.agent, .daemon], means: "path of the host, or name of the volume",
        check: """
          of a bind an absolute path that exists; of a volume a name, or nothing for an anonymous one; of \
          a tmpfs nothing
          """),
      .field(
        "Target", .string, [.agent, .daemon], means: "path in the container",
        check: "absolute, and not /"),
      .field("TmpfsOptions", .object(tmpfsOptions), means: "options of a tmpfs"),
      .field(
        "Type", .string, [.agent, .daemon], means: "what is mounted",
        words: "bind volume tmpfs npipe cluster image"),
      .field("VolumeOptions", .object(volumeOptions), means: "options of a volume"),
    ])

  package static let bindOptions = CreateOptionsObject(
    "BindOptions",
    [
      .field(
        "CreateMountpoint", .boolean, means: "whether a path that is missing is made",
        usual: "false",
        since: "1.42"),
      .field(
        "NonRecursive", .boolean, means: "whether what is mounted below is left out",
        usual: "false",
        since: "1.40"),
      .field(
        "Propagation", .string, means: "whether later mounts on one side are seen on the other",
        usual: "rprivate", words: "private rprivate shared rshared slave rslave"),
      .field(
        "ReadOnlyForceRecursive", .boolean,
        means: "whether what is mounted below must be read-only",
        usual: "false", since: "1.44"),
      .field(
        "ReadOnlyNonRecursive", .boolean, means: "whether what is mounted below stays writable",
        usual: "false", since: "1.44"),
    ])

  static let imageOptions = CreateOptionsObject(
    "ImageOptions", [.field("Subpath", .string, means: "path in the image", since: "1.48")])

  package static let volumeOptions = CreateOptionsObject(
    "VolumeOptions",
    [
      .field("DriverConfig", .object(driverConfig), means: "driver of the volume and its options"),
      .field("Labels", .stringMap, by: .text, means: "labels of a volume that is made"),
      .field(
        "NoCopy", .boolean, means: "whether files of the image are not copied into a new volume",
        usual: "false"),
      .field(
        "Subpath", .string, means: "path in the volume", check: "relative, inside of the volume",
        since: "1.45"),
    ])

  static let driverConfig = CreateOptionsObject(
    "DriverConfig",
    [
      .field("Name", .string, means: "driver", usual: "local"),
      .field("Options", .stringMap, by: .text, means: "options of the driver, as for NFS and CIFS"),
    ])

  package static let tmpfsOptions = CreateOptionsObject(
    "TmpfsOptions",
    [
      .field(
        "Mode", .integer, .emptyCounts, means: "permissions as a decimal number: 511 is 0777",
        usual: "1023, which is 01777"),
      .field("Options", .list(.strings), means: "exec or noexec", since: "1.46"),
      .field("SizeBytes", .integer, means: "size in bytes", usual: "no limit"),
    ])

  package static let device = CreateOptionsObject(
    "a device",
    [
      .field(
        "CgroupPermissions", .string, [.agent, .emptyCounts], means: "what may be done with it",
        check: "some of the letters r, w and m; not empty"),
      .field(
        "PathInContainer", .string, [.agent, .emptyCounts], means: "path in the container",
        check: "absolute"),
      .field(
        "PathOnHost", .string, [.agent, .emptyCounts], means: "path of the device on the host",
        check: "absolute"),
    ])

  package static let deviceRequest = CreateOptionsObject(
    "a device request",
    [
      .field(
        "Capabilities", .list(.strings), means: "what the device has to be able to do",
        check: "lists in a list: any of the outer, all of the inner"),
      .field(
        "Count", .integer, means: "number of devices", check: "-1 for all; not beside DeviceIDs"),
      .field("DeviceIDs", .strings, means: "ids of devices", check: "not beside Count"),
      .field(
        "Driver", .string, means: "driver, such as nvidia, amd or cdi",
        usual: "the one that can do what Capabilities say"),
      .field("Options", .stringMap, by: .text, means: "options of the driver"),
    ])
}
