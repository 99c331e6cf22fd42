/* The floor of what is done to manifests: jansson's own load and dump of a file, and nothing else. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: json-load-dump FILE\n");
    return 2;
  }
  json_error_t error;
  json_t *root = json_load_file(argv[1], 0, &error);
  if (!root) {
    fprintf(stderr, "%s at line %d\n", error.text, error.line);
    return 1;
  }
  char *text = json_dumps(root, JSON_INDENT(2));
  if (!text) return 1;
  puts(text);
  free(text);
  json_decref(root);
  return 0;
}
