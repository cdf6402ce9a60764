"""What people do with a collection: index, watch, search, export."""
