"""The parts of the location suggester: the gazetteer, names in a line, what they are and which place is meant."""
