"""Reading other people's lists into the workspace: read, map, split, match, plan, and only then apply."""
