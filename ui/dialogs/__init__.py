"""Dialogs: values in, a draft out, no database."""
