"""Opening media: which modality reads a file, and decoding in worker processes."""
