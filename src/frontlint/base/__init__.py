"""What every room is built on: spans, bytes to text, files opened and written safely, the user's mistakes."""
