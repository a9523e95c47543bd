"""The organisations and people that the workspace knows, each once."""
