"""What a change brings: new findings, their causes, and what it accepts."""
