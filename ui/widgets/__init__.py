"""Reusable parts that know no database."""
