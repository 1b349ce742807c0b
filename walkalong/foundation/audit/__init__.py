"""Who did what, when, to whom and why: append-only, chained by hashes, without anybody's words."""
