"""The parts of the attribution suggester: cues, who is the source, and where the content ends."""
