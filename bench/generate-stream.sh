#!/bin/sh
# Prints a stream of edge deployments with their ConfigMaps, each in a namespace of its own.
#
#   generate-stream.sh MEGABYTES
#
# The text depends on the argument alone.
set -eu
awk -v limit="$1" 'BEGIN {
  limit *= 1000000
  while (size < limit) {
    n++
    text = sprintf("---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: site-%d\n  namespace: plant-%d\nspec:\n  selector:\n    matchLabels:\n      app: site-%d\n  replicas: 1\n  strategy:\n    type: RollingUpdate\n    rollingUpdate:\n      maxSurge: 0%%\n      maxUnavailable: 100%%\n  template:\n    metadata:\n      labels:\n        app: site-%d\n      annotations:\n        isEdgeDeployment: \"true\"\n        targetCondition: \"tags.site='\''%d'\''\"\n        priority: \"15\"\n        loggingOptions: \"\"\n    spec:\n      affinity:\n        podAntiAffinity:\n          requiredDuringSchedulingIgnoredDuringExecution:\n          - labelSelector:\n              matchExpressions:\n              - key: app\n                operator: In\n                values:\n                - site-%d\n            topologyKey: \"kubernetes.io/hostname\"\n      containers:\n      - name: sensor\n        image: \"contoso.azurecr.io/sensor:1.%d.0\"\n      - name: filter\n        image: \"contoso.azurecr.io/filter:2.%d.1\"\n      nodeSelector:\n        type: virtual-kubelet\n      tolerations:\n      - key: virtual-kubelet.io/provider\n        operator: Equal\n        value: iotedge\n        effect: NoSchedule\n      - key: node.kubernetes.io/network-unavailable\n        operator: Exists\n        effect: NoSchedule\n", n, n, n, n, n, n, n % 90, n % 70)
    text = text sprintf("---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: edgehub\n  namespace: plant-%d\ndata:\n  desiredProperties: |\n    {\n      \"routes\": {\n        \"sensorToFilter\": \"FROM /messages/modules/sensor/outputs/output1 INTO BrokeredEndpoint(\\\"/modules/filter/inputs/input1\\\")\",\n        \"filterToCloud\": \"FROM /messages/modules/filter/outputs/* WHERE $body.temperature > %d INTO $upstream\"\n      },\n      \"storeAndForwardConfiguration\": {\n        \"timeToLiveSecs\": 7200\n      }\n    }\n", n, n % 40)
    text = text sprintf("---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: sensor\n  namespace: plant-%d\ndata:\n  status: running\n  restartPolicy: always\n  version: \"1.%d\"\n  createOptions: |\n    {\n      \"ExposedPorts\": {\"8081/tcp\": {}},\n      \"HostConfig\": {\n        \"Binds\": [\"/var/lib/plant-%d:/data\"],\n        \"PortBindings\": {\n          \"8081/tcp\": [\n            {\n              \"HostPort\": \"8081\"\n            }\n          ]\n        }\n      }\n    }\n", n, n % 10, n)
    text = text sprintf("---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: filter\n  namespace: plant-%d\ndata:\n  status: running\n  restartPolicy: on-unhealthy\n  version: \"2.0\"\n  desiredProperties: |\n    {\"threshold\": %d, \"unit\": \"celsius\"}\n", n, n % 100)
    size += length(text)
    printf "%s", text
  }
}'
