"""A Label Studio server of one's own: its isolated environment, its process, its account."""
