extension FieldMapping {
  /// What a container is called and starts, its variables first, because other fields refer to them; and
  /// when it is started again.
  static let processMappings: [FieldMapping] = [
    .name, .image, .environment, .command, .arguments, .workingDirectory, .standardInput,
    .standardInputOnce, .terminal, .probes, .lifecycle, .gracePeriod, .activeDeadline,
    .podRestartPolicy, .containerRestartPolicy, .restartPolicyRules, .imagePullPolicy,
    .hostProcesses, .hostMemory, .sharedProcesses, .hostUsers, .runtimeClass,
    .ignored(.container, "terminationMessagePath", "A device has nobody who reads the file."),
    .ignored(.container, "terminationMessagePolicy", "A device has nobody who reads the message."),
    .ignored(.container, "resizePolicy", "A device resizes no containers."),
  ]
}
