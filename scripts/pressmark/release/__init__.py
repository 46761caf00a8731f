"""Make the published dataset from the corpus."""
