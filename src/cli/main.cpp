#include <string>
#include <vector>

#include "cli/application.hpp"
#include "cli/output_sink.hpp"
#include "nceplan/base/large_pages.hpp"

int main(int argc, char** argv) {
  nceplan::cli::prepare_streams();
  nceplan::use_large_pages_for_heap();
  return nceplan::cli::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
