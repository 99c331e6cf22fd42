#!/bin/sh
# Prints one deployment manifest with many modules, routes and twins.
#
#   generate-manifest.sh MODULES
#
# The text depends on the argument alone.
set -eu
awk -v modules="$1" 'BEGIN {
  printf "{\n  \"modulesContent\": {\n    \"$edgeAgent\": {\n      \"properties.desired\": {\n"
  printf "        \"schemaVersion\": \"1.1\",\n        \"runtime\": { \"type\": \"docker\", \"settings\": { \"minDockerVersion\": \"v1.25\", \"loggingOptions\": \"\" } },\n"
  printf "        \"systemModules\": {\n          \"edgeAgent\": { \"type\": \"docker\", \"settings\": { \"image\": \"mcr.microsoft.com/azureiotedge-agent:1.6\", \"createOptions\": \"{}\" } },\n"
  printf "          \"edgeHub\": { \"type\": \"docker\", \"status\": \"running\", \"restartPolicy\": \"always\", \"settings\": { \"image\": \"mcr.microsoft.com/azureiotedge-hub:1.6\", \"createOptions\": \"{}\" } }\n        },\n        \"modules\": {\n"
  for (n = 1; n <= modules; n++)
    printf "          \"sensor-%d\": {\n            \"version\": \"1.%d\",\n            \"type\": \"docker\",\n            \"status\": \"running\",\n            \"restartPolicy\": \"always\",\n            \"env\": { \"SITE\": { \"value\": \"plant-%d\" } },\n            \"settings\": {\n              \"image\": \"contoso.azurecr.io/sensor:1.%d\",\n              \"createOptions\": \"{\\\"HostConfig\\\":{\\\"PortBindings\\\":{\\\"8081/tcp\\\":[{\\\"HostPort\\\":\\\"%d\\\"}]}}}\"\n            }\n          }%s\n", n, n % 10, n, n % 90, 8000 + n, n < modules ? "," : ""
  printf "        }\n      }\n    },\n    \"$edgeHub\": {\n      \"properties.desired\": {\n        \"schemaVersion\": \"1.1\",\n        \"routes\": {\n"
  for (n = 1; n <= modules; n++)
    printf "          \"route-%d\": \"FROM /messages/modules/sensor-%d/outputs/* WHERE $body.t > %d INTO $upstream\"%s\n", n, n, n % 40, n < modules ? "," : ""
  printf "        },\n        \"storeAndForwardConfiguration\": { \"timeToLiveSecs\": 7200 }\n      }\n    }"
  for (n = 1; n <= modules; n++)
    printf ",\n    \"sensor-%d\": { \"properties.desired\": { \"threshold\": %d, \"unit\": \"celsius\" } }", n, n % 100
  printf "\n  }\n}\n"
}'
