// What every subject written in JavaScript does the same way; see the contract of peers/contract/contract.go.
const fs = require('fs');
const path = require('path');
const zlib = require('zlib');

function flags() {
  const found = { passes: '1' };
  for (let i = 2; i + 1 < process.argv.length; i += 2) found[process.argv[i].replace(/^--/, '')] = process.argv[i + 1];
  return found;
}

function rows(name) {
  let bytes = fs.readFileSync(name);
  if (name.endsWith('.gz')) bytes = zlib.gunzipSync(bytes);
  return bytes.toString('utf8').split('\n').filter((line) => line.trim()).map((line) => JSON.parse(line));
}

function version(name) {
  const main = require.resolve(name);
  const root = main.slice(0, main.lastIndexOf(path.join('node_modules', name)) + path.join('node_modules', name).length);
  return JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).version;
}

// run calls find with each row, passes times, writes what the first pass gives, and prints the report.
function run(name, find) {
  const a = flags();
  const source = rows(a.in);
  const used = process.cpuUsage();
  const ready = (used.user + used.system) / 1e6;
  const out = [];
  for (let turn = 0; turn < Number(a.passes); turn++) {
    for (const row of source) {
      const found = find(row);
      if (turn === 0) out.push(JSON.stringify({ id: row.id, ...found }) + '\n');
    }
  }
  fs.writeFileSync(a.out, out.join(''));
  console.log(JSON.stringify({ version: version(name), ready, rows: source.length, figures: {} }));
}

// titled is title and story, as systems that take one text are given them.
function titled(row) {
  return (row.title ? row.title + '.\n' : '') + row.text;
}

// byteOffsets gives a function from an offset in UTF-16 units to one in UTF-8 bytes.
function byteOffsets(text) {
  const table = new Uint32Array(text.length + 1);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    table[i] = at;
    const c = text.charCodeAt(i);
    if (c < 0x80) at += 1;
    else if (c < 0x800) at += 2;
    else if (c >= 0xd800 && c < 0xe000) at += 2; // half of four bytes
    else at += 3;
  }
  table[text.length] = at;
  return (i) => table[Math.min(Math.max(i, 0), text.length)];
}

module.exports = { run, titled, byteOffsets };
