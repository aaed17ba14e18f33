"""What runs the law: articles and the law of a day, the traced copy, columns, the archive of releases."""
