"""Results of earlier runs: kept, sealed, and believed only if this machine wrote them."""
