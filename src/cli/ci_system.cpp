#include "cli/ci_system.hpp"

#include "cli/environment.hpp"

namespace nceplan::cli {

CiSystem detected_ci() {
  if (environment_variable("GITHUB_ACTIONS")) return CiSystem::github;
  if (environment_variable("GITLAB_CI")) return CiSystem::gitlab;
  return environment_variable("TF_BUILD") ? CiSystem::azure : CiSystem::none;
}

CiSystem chosen_ci(CiChoice choice) {
  switch (choice) {
    case CiChoice::github:
      return CiSystem::github;
    case CiChoice::gitlab:
      return CiSystem::gitlab;
    case CiChoice::azure:
      return CiSystem::azure;
    case CiChoice::none:
      return CiSystem::none;
    case CiChoice::automatic:
      break;
  }
  return detected_ci();
}

bool runner_reads_output() { return detected_ci() != CiSystem::none || environment_variable("CI").has_value(); }

}  // namespace nceplan::cli
