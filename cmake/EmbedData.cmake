# Data that the program carries with it; see src/base/embedded_data.hpp for how it is reached.
function(nceplan_embed_data target)
endfunction()
