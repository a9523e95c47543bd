"""One line or a block of lines taken apart: into a name, a role, an organisation, a country, each in its place."""
