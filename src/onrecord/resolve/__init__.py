"""From attributions to statements: form, words of one's own, identity and order."""
