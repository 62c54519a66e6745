#include "core/lab/command_line.h"

int main(int argument_count, char** arguments) {
  return forkscope::lab::run_command_line(argument_count, arguments);
}
