#include <string>
#include <vector>

#include "application.hpp"
#include "nceplan/base/large_memory.hpp"
#include "output_sink.hpp"

int main(int argc, char** argv) {
  nceplan::cli::prepare_streams();
  nceplan::prepare_heap();
  return nceplan::cli::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
