"""The conventions of one website: its marks, ids, videos, texts and hierarchy."""
