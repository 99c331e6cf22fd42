/* The floor of every measurement: libyaml's own event loop over a file, and nothing else. */
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: yaml-events FILE\n");
    return 2;
  }
  FILE *file = fopen(argv[1], "rb");
  if (!file) {
    perror(argv[1]);
    return 2;
  }
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  unsigned char *text = malloc(size);
  if (!text || fread(text, 1, size, file) != size) {
    perror(argv[1]);
    return 2;
  }
  fclose(file);

  yaml_parser_t parser;
  yaml_event_t event;
  unsigned long count = 0;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, text, size);
  for (;;) {
    if (!yaml_parser_parse(&parser, &event)) {
      fprintf(stderr, "%s at line %zu\n", parser.problem, parser.problem_mark.line + 1);
      return 1;
    }
    yaml_event_type_t type = event.type;
    yaml_event_delete(&event);
    count++;
    if (type == YAML_STREAM_END_EVENT) break;
  }
  printf("%lu events\n", count);
  return 0;
}
