import { scanRows } from './scan-rows.ts';

/** What parts the fields of a table of values, and where its rows begin. */
export type Layout = Readonly<{ delimiter: string; start: number }>;

/** From the likeliest on. */
const delimiters = [',', ';', '\t', '|'];

const sampleRows = 100;
const sampleLetters = 256 * 1024;

/** In so many of the rows that have several fields must a sign part the same number of them. */
const leastAgreement = 0.5;

/** Excel's own way of saying it, which it reads and never writes: "sep=;" on a line of its own. */
const said = /^"?sep=([,;\t|:])"?(?:\r\n|[\r\n]|$)/iu;

/** How well a sign parts the rows: in how many of them it parts the same number of fields, and how many that are. */
const scoreOf = (sample: string, delimiter: string): number => {
  const counts = new Map<number, number>();
  let rows = 0;
  scanRows(sample, delimiter, (fields) => {
    rows += 1;
    counts.set(fields, (counts.get(fields) ?? 0) + 1);
    return rows < sampleRows;
  });
  const parted = [...counts].filter(([fields]) => fields > 1);
  const [fields, count] = parted.toSorted(([, a], [, b]) => b - a)[0] ?? [1, 0];
  const agreement = rows === 0 ? 0 : count / rows;
  return agreement < leastAgreement ? 0 : agreement * Math.log2(fields);
};

/**
 * What parts the fields: what the file says, else the sign that parts its first rows most alike, else what its name says.
 * @param name the file's
 */
export const layoutOf = (name: string, text: string): Layout => {
  const [line, saidDelimiter] = said.exec(text) ?? [];
  if (line !== undefined && saidDelimiter !== undefined)
    return { delimiter: saidDelimiter, start: line.length };
  const sample = text.slice(0, sampleLetters);
  const usual = /\.(?:tsv|tab)$/iu.test(name) ? '\t' : ',';
  const scored = delimiters
    .map((delimiter) => ({ delimiter, score: scoreOf(sample, delimiter) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  return { delimiter: scored[0]?.delimiter ?? usual, start: 0 };
};
