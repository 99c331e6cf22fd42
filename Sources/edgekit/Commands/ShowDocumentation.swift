/// What help and manual say of `show`.
enum ShowDocumentation {
  static var text: CommandDocumentation {
    CommandDocumentation(
      synopsis: "[options] FILE|DIR|git:REV:PATH|-...",
      description: [
        "Shows the deployments of an input, be they manifests in any shape or workloads of Kubernetes; what is wrong with them is told by 'edgekit lint'.",
        "The view 'expanded' prints each as one configuration of the hub: what surrounds the modules, and the modules under content.modulesContent, with createOptions as objects in one piece. Members with a usual order are in it (id, labels, targetCondition, priority; version, type, status, restartPolicy, startupOrder, settings, env), all others are in the order of their bytes, and two blanks indent a level; so equal deployments are printed alike, whatever they were written in. Nothing is filled in that a manifest leaves out, but for empty createOptions, which ask for the same container as none. createOptions that are no JSON object stay text.",
        "The view 'summary' lists the modules with image, status, restart policy, start order, ports, mounts and privileges; 'size' counts bytes as the hub does, by twin, by module and for the largest parts, against the limits; 'routes' is a table, or a graph with --format mermaid or dot.",
        "Secrets are shown as (hidden): passwords of registries, values whose names speak of a secret, keys in connection strings, passwords in URLs, private keys.",
      ],
      examples: [
        CommandExample(
          purpose: "What a deployment runs", command: "edgekit show --view summary edge/"),
        CommandExample(
          purpose: "The manifest with createOptions opened",
          command: "edgekit show deployment.json"),
        CommandExample(
          purpose: "What a YAML file was on another branch",
          command: "edgekit show git:main:edge/plant.yaml"),
        CommandExample(
          purpose: "A picture of the routes",
          command: "edgekit show --view routes --format dot deployment.json | dot -Tsvg"),
      ],
      commonOptions: ["view", "format", "select", "output"],
      limits: [
        "Placeholders are shown as they are written; variables are filled in by 'edgekit convert'.",
        "Manifests that travel inside ConfigMaps as text are not shown.",
      ])
  }
}
