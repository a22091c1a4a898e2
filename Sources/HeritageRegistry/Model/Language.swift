// Whoever speaks of relics speaks of languages and sentences too.
@_exported public import Words
