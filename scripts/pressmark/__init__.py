"""Turn news articles into a versioned dataset of sentence labels and exact spans."""

__version__ = "0.1.0"
