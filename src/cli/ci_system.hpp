// Which CI runs us, and which one a run reports to (docs/ci.md).
#pragma once

#include <cstdint>

namespace nceplan::cli {

enum class CiSystem : std::uint8_t { none, github, gitlab, azure };

/// The values of --ci.
enum class CiChoice : std::uint8_t { automatic, github, gitlab, azure, none };

/// By the variable that each CI sets: GITHUB_ACTIONS, GITLAB_CI, TF_BUILD.
CiSystem detected_ci();

/// The detected one for CiChoice::automatic.
CiSystem chosen_ci(CiChoice choice);

/// Whether a runner may read our output as commands: any CI that is detected or chosen, TeamCity, and any that sets CI.
bool runner_reads_output();

/// That --ci chose a CI: in a container nothing else may tell that there is one.
void expect_runner();

}  // namespace nceplan::cli
