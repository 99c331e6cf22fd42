#!/bin/sh
# Writes two folders of deployment manifests, in the second of which every tenth module differs.
#
#   generate-sets.sh MEGABYTES OLD NEW
#
# The texts depend on the size alone.
set -eu
awk -v limit="$1" -v old="$2" -v new="$3" 'BEGIN {
  limit *= 1000000
  while (size < limit) {
    n++
    a = sprintf("{\n  \"id\": \"plant-%d\",\n  \"targetCondition\": \"tags.plant=%d\",\n  \"priority\": 10,\n  \"content\": { \"modulesContent\": {\n    \"$edgeAgent\": { \"properties.desired\": {\n      \"schemaVersion\": \"1.1\",\n      \"runtime\": { \"type\": \"docker\", \"settings\": { \"minDockerVersion\": \"v1.25\" } },\n      \"systemModules\": {\n        \"edgeAgent\": { \"type\": \"docker\", \"settings\": { \"image\": \"mcr.microsoft.com/azureiotedge-agent:1.6\", \"createOptions\": \"{}\" } },\n        \"edgeHub\": { \"type\": \"docker\", \"status\": \"running\", \"restartPolicy\": \"always\", \"settings\": { \"image\": \"mcr.microsoft.com/azureiotedge-hub:1.6\", \"createOptions\": \"{}\" } }\n      },\n      \"modules\": {\n", n, n)
    b = a
    for (m = 1; m <= 20; m++) {
      pattern = "        \"sensor-%d\": { \"version\": \"1.0\", \"type\": \"docker\", \"status\": \"running\", \"restartPolicy\": \"always\",\n          \"env\": { \"SITE\": { \"value\": \"plant-%d\" } },\n          \"settings\": { \"image\": \"contoso.azurecr.io/sensor:1.%d\", \"createOptions\": \"{\\\"Env\\\":[\\\"A=1\\\",\\\"B=%d\\\"],\\\"HostConfig\\\":{\\\"PortBindings\\\":{\\\"8081/tcp\\\":[{\\\"HostPort\\\":\\\"%d\\\"}]}}}\" } }%s\n"
      a = a sprintf(pattern, m, n, m, m, 8000 + m, m < 20 ? "," : "")
      changed = m % 10 == 0
      b = b sprintf(pattern, m, n, m + changed, m, 8000 + m + changed, m < 20 ? "," : "")
    }
    rest = "      }\n    } },\n    \"$edgeHub\": { \"properties.desired\": { \"schemaVersion\": \"1.1\", \"routes\": {\n"
    for (m = 1; m <= 20; m++)
      rest = rest sprintf("      \"route-%d\": \"FROM /messages/modules/sensor-%d/outputs/* WHERE $body.t > %d INTO $upstream\"%s\n", m, m, m, m < 20 ? "," : "")
    rest = rest "    }, \"storeAndForwardConfiguration\": { \"timeToLiveSecs\": 7200 } } }\n  } }\n}\n"
    file = sprintf("/plant-%d.json", n)
    printf "%s", a rest >(old file)
    close(old file)
    printf "%s", b rest >(new file)
    close(new file)
    size += length(a rest)
  }
}'
