"""Tools for text that know no engine: repair, alignment, sentences, tokens, languages."""
