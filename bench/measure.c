/* Runs a command several times and prints its shortest wall time and processor time in milliseconds,
   and the largest resident set in kilobytes. What a run takes beyond the shortest is the doing of
   others on the machine:

     measure RUNS COMMAND [ARGUMENT ...]

   Standard output of the command is thrown away; a run that does not exit with 0 is an error. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int ascending(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

static double milliseconds(struct timeval time) {
  return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

int main(int argc, char **argv) {
  int runs = argc > 2 ? atoi(argv[1]) : 0;
  if (runs < 1) {
    fprintf(stderr, "usage: measure RUNS COMMAND [ARGUMENT ...]\n");
    return 2;
  }
  double *wall = calloc((size_t)runs, sizeof *wall), *cpu = calloc((size_t)runs, sizeof *cpu);
  long peak = 0;
  /* One more run than counted, first, so that files are in memory. */
  for (int run = -1; run < runs; run++) {
    struct timespec start, end;
    struct rusage usage;
    int status;
    clock_gettime(CLOCK_MONOTONIC, &start);
    pid_t child = fork();
    if (child == 0) {
      int sink = open("/dev/null", O_WRONLY);
      dup2(sink, STDOUT_FILENO);
      dup2(sink, STDERR_FILENO);
      execvp(argv[2], argv + 2);
      _exit(127);
    }
    wait4(child, &status, 0, &usage);
    clock_gettime(CLOCK_MONOTONIC, &end);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
      fprintf(stderr, "measure: %s ended with status %d\n", argv[2], status);
      return 1;
    }
    if (run < 0) continue;
    wall[run] = (double)(end.tv_sec - start.tv_sec) * 1e3 +
                (double)(end.tv_nsec - start.tv_nsec) / 1e6;
    cpu[run] = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    if (usage.ru_maxrss > peak) peak = usage.ru_maxrss;
  }
  qsort(wall, (size_t)runs, sizeof *wall, ascending);
  qsort(cpu, (size_t)runs, sizeof *cpu, ascending);
  printf("%.2f %.2f %ld\n", wall[0], cpu[0], peak);
  return 0;
}
