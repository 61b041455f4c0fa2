// Keyphrases with keyword-extractor: the words that are no stop words, each once, in the order of the text. It does not rank them.
const extractor = require('keyword-extractor');
const { run, titled } = require('./contract.cjs');

run('keyword-extractor', (row) => ({
  keyphrases: extractor
    .extract(titled(row), { language: 'english', remove_digits: true, return_changed_case: true, remove_duplicates: true, return_chained_words: true })
    .slice(0, 15),
}));
