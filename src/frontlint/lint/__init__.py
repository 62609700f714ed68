"""All that the author of a rule imports, together with the room of the rule's subject."""
