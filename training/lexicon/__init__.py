"""Makes the word lists of ``src/onrecord/compare/lexicon`` from WordNet and the World Factbook."""
