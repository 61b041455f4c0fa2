// Names with compromise.
const nlp = require('compromise');
const { run, byteOffsets } = require('./contract.cjs');

run('compromise', (row) => {
  const doc = nlp(row.text);
  const at = byteOffsets(row.text);
  const spans = [];
  const kinds = [[doc.people(), 'PERSON'], [doc.places(), 'LOC'], [doc.organizations(), 'ORG']];
  for (const [view, label] of kinds) {
    for (const m of view.json({ offset: true, terms: false })) {
      const words = m.text;
      let start = m.offset.start;
      let end = start + m.offset.length;
      // Punctuation and white space at the edges are no part of a name.
      while (start < end && /[\s"'“”‘’(),;:!?]/.test(row.text[start])) start++;
      while (end > start && /[\s"'“”‘’(),;:!?]/.test(row.text[end - 1])) end--;
      if (row.text[end - 1] === '.' && !/\b[A-Z]\.$|\.\w\.$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr)\.$/.test(row.text.slice(start, end))) end--;
      const own = row.text.slice(start, end).match(/['’]s$/);
      if (own) end -= 2;
      if (words && start < end) spans.push({ start: at(start), end: at(end), label });
    }
  }
  return { spans };
});
