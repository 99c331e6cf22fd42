/// What help and manual say of `diff`.
enum DiffDocumentation {
  static var text: CommandDocumentation {
    CommandDocumentation(
      synopsis: "[options] OLD NEW",
      description: [
        "Compares two deployments by what they mean on a device and in the hub. Each side is a file, a folder, - for standard input, or git:REV:PATH, and may be a manifest or Kubernetes YAML; then both are compared as manifests.",
        "These are no differences: the order of keys, layout, how numbers and strings are spelled, createOptions as text, in pieces or as an object, defaults that are spelled out, and the order of entries where it does not count. Entries of Env are told apart by their variable, mounts by their path in the container, ports by their number, devices by their path, modules and routes by their name; a module or a route that only has another name was renamed.",
        "Folders are paired by the names of their deployments, not of their files. A folder in which no file ends in .yaml, .yml, .json or .jsonc is read whole, so that edgekit can be the program in KUBECTL_EXTERNAL_DIFF.",
        "Pointers begin at modulesContent, however a manifest is wrapped, and continue after a # inside of createOptions. In patterns, * is one step and ** any number of them; a pattern covers what is below what it matches.",
        "Passwords, keys and connection strings are never shown.",
      ],
      examples: [
        CommandExample(
          purpose: "What a branch changes",
          command: "edgekit diff git:main:deployment.json deployment.json"),
        CommandExample(
          purpose: "Whether a manifest is what the Kubernetes files make",
          command: "edgekit diff edge/ deployment.json"),
        CommandExample(
          purpose: "For the summary of a job",
          command:
            "edgekit diff OLD NEW --format markdown --max-bytes 60000 --exit-zero >> $GITHUB_STEP_SUMMARY"
        ),
      ],
      commonOptions: ["format", "only", "exclude", "select", "exit-zero"],
      limits: [
        "A manifest without 'content' has no place for id, labels, priority and target condition; they are compared only where both sides can have them."
      ])
  }
}
