"""What has become of a happening, by the words around it."""
