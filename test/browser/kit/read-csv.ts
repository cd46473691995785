/** One cell of a line at a time: quoted, with quotes doubled in it, or plain; and what ends it. */
const cell = /(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^",\r\n]*))(?<end>,|\r?\n|$)/uy;

type Place = { at: number; isOver: boolean };

const nextRow = (text: string, place: Place): ReadonlyArray<string> => {
  const row: string[] = [];
  while (!place.isOver) {
    cell.lastIndex = place.at;
    const { groups = {} } = cell.exec(text) ?? {};
    if (groups['end'] === undefined) throw new Error(`no cell of a CSV begins at ${place.at}`);
    row.push(groups['quoted']?.replaceAll('""', '"') ?? groups['plain'] ?? '');
    place.at = cell.lastIndex;
    place.isOver = place.at >= text.length;
    if (groups['end'] !== ',') break;
  }
  return row;
};

/**
 * Reads a CSV file (RFC 4180) as a spreadsheet does: a mark of its encoding is no part of its first cell.
 * @returns its rows, as many cells in each as there are
 */
export const readCsv = (bytes: Uint8Array): ReadonlyArray<ReadonlyArray<string>> => {
  const text = new TextDecoder('utf-8').decode(bytes);
  const place: Place = { at: 0, isOver: text === '' };
  const rows: Array<ReadonlyArray<string>> = [];
  while (!place.isOver) rows.push(nextRow(text, place));
  return rows;
};

/** The cells below a head. */
export const columnOf = (
  rows: ReadonlyArray<ReadonlyArray<string>>,
  head: string,
): ReadonlyArray<string> => {
  const place = rows[0]?.indexOf(head) ?? -1;
  if (place < 0) throw new Error(`no column ${head} beside ${String(rows[0])}`);
  return rows.slice(1).map((row) => row[place] ?? '');
};
