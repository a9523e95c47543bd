"""The pages beside the sidebar, one module each."""
