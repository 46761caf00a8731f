"""The parts of the number suggester: numerals, units, ranges, and what is no quantity."""
