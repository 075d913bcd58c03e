"""From files to documents and roll-call tables."""
