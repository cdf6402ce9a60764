"""Two spaces side by side: ranks, agreement, pairs, the modality gap."""
