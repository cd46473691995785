import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Entry, unzipped } from './zip-archive.ts';

/** A file that nothing is wrong with, to be damaged; of a zipped one its parts. */
export type WholeDocument = Readonly<{
  name: string;
  bytes: Buffer;
  parts?: ReadonlyArray<Entry>;
}>;

const directory = fileURLToPath(new URL('../fixtures/plans/', import.meta.url));

const zipped = (file: string): WholeDocument => {
  const bytes = readFileSync(`${directory}${file}`);
  return { name: file, bytes, parts: unzipped(bytes) };
};

const plain = (file: string): WholeDocument => ({
  name: file,
  bytes: readFileSync(`${directory}${file}`),
});

const written = (name: string, words: string): WholeDocument => ({
  name,
  bytes: Buffer.from(words),
});

const html = `<!DOCTYPE html>
<html lang="en"><head><title>Plan</title><style>.r { background: #ff0000 } td.a { background-color: #FFC000 }</style></head>
<body><h1>Eel Pie Plan 2028</h1><h2>Priority 1: Boats</h2>
<ol start="3"><li>Paint the boats<ul><li>in blue</li></ul></li><li>Mend the pier</li></ol>
<table border="1"><thead><tr><th rowspan="2">No</th><th rowspan="2">Action</th><th colspan="2">Who</th><th>RAG</th></tr>
<tr><th>Lead</th><th>Support</th><th></th></tr></thead><tbody>
<tr><td>1</td><td>Paint the boats<br>in blue</td><td>Ned Wick</td><td></td><td class="r"></td></tr>
<tr><td>2</td><td>Mend the <b>pier</b></td><td>Pier Trust</td><td>Ned Wick</td><td class="a">&amp;</td></tr></tbody></table>
<p>See <a href="https://a.example/x">the report</a>, and <img src="x.png" alt="a boat">.</p></body></html>
`;

const markdown = `---
title: Eel Pie Plan
---

# Eel Pie Plan 2028

## Priority 1: Boats

1. Paint the boats. Lead: Ned Wick. AMBER
2. Mend the pier. Lead: Pier Trust. RED
   - before the winter

| No | Action | Lead | RAG |
|---:|--------|------|-----|
| 3 | Count the \\| eels | Ned Wick | **Green** |
| 4 | Clean the lock | Lock Keepers | [Red](https://a.example) |

> See the *report*.

\`\`\`
code
\`\`\`
`;

const csv = `No,Action,Lead,RAG,By when,Notes
1,Paint the boats,Ned Wick,Amber,31/03/2028,"Two, so far.
The third is in the water."
2,"Mend the ""old"" pier",Pier Trust,Red,Q3 2028/29,
3,Count the eels,Ned Wick,Green,46812,Done
`;

/** One of every kind of file that is read, and of some two. */
export const wholeDocuments: ReadonlyArray<WholeDocument> = [
  zipped('plan.docx'),
  zipped('rules.xlsx'),
  zipped('dates.xlsx'),
  zipped('plan.odt'),
  zipped('plan.ods'),
  plain('plan.doc'),
  plain('plan.pdf'),
  written('plan.html', html),
  written('plan.md', markdown),
  written('plan.csv', csv),
];
