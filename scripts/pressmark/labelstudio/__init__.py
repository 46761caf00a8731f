"""Label Studio: a server on this machine, and what goes from the corpus to a server and back."""
