"""The map: a collection's items as points on a plane, drawn on the processor."""
