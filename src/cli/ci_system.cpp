#include "ci_system.hpp"

#include "environment.hpp"

namespace nceplan::cli {
namespace {

bool runner_is_expected = false;

}  // namespace

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

bool runner_reads_output() {
  return runner_is_expected || detected_ci() != CiSystem::none || environment_variable("CI") ||
         environment_variable("TEAMCITY_VERSION");
}

void expect_runner() { runner_is_expected = true; }

}  // namespace nceplan::cli
