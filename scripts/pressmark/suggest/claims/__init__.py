"""The parts of the claim suggester: clauses, their features and what these weigh."""
