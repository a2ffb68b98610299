// Asking the memory for what is about to be read, so that reads do not wait for one another.
#pragma once

// A macro, because gcc drops calls of a function that does nothing but prefetch. Any address will do.
#if defined(__GNUC__)
#define NCEPLAN_FETCH(address) __builtin_prefetch(address)
#else
#define NCEPLAN_FETCH(address) static_cast<void>(address)
#endif
