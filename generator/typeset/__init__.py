"""What everything that is set in type shares: its fonts, and which signs they lack."""
