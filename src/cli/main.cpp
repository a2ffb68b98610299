#include <string>
#include <vector>

#include "cli/application.hpp"

int main(int argc, char** argv) {
  return nceplan::cli::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
