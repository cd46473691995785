import type { BoardPaper } from '../paper/board-paper.ts';
import { setCustomProperties } from '../package/custom-properties.ts';
import { copyPropertiesOf } from './properties.ts';
import { packed, type Parts, partsOf, setText, textOf, within } from '../package/package-parts.ts';
import { describeTables } from './table-descriptions.ts';
import type { WordStyles } from './word-look.ts';

const core = 'docProps/core.xml';

/** The library stamps the moment; a paper says the day on which it was made, and its language. */
const setCore = (parts: Parts, { about }: BoardPaper): void => {
  if (!parts.has(core)) return;
  const stamped = textOf(parts, core)
    .replace(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/gu,
      (_, open: string, close: string) => `${open}${about.madeOn}T00:00:00Z${close}`,
    )
    .replace(/<dc:language>[^<]*<\/dc:language>/u, '');
  setText(
    parts,
    core,
    within(stamped, 'cp:coreProperties', `<dc:language>${about.language}</dc:language>`),
  );
};

/** The library names what charts are joined by at random; they are counted here. */
const nameInOrder = (parts: Parts): void => {
  const names = new Map<string, string>();
  for (const part of [...parts.keys()].filter((name) => /\.(?:xml|rels)$/u.test(name))) {
    const before = textOf(parts, part);
    const after = before.replace(/\brId[a-z0-9_-]{21}(?=")/gu, (id) => {
      const name = names.get(id) ?? `rIdPaper${names.size + 1}`;
      names.set(id, name);
      return name;
    });
    if (after !== before) setText(parts, part, after);
  }
};

/** A chart brings its numbers as a workbook of its own, which is stamped too. */
const sealWorkbooks = async (parts: Parts): Promise<void> => {
  for (const [name, bytes] of parts)
    if (/^word\/embeddings\/Microsoft_Excel_Worksheet\d+\.xlsx$/u.test(name))
      parts.set(name, await packed(await partsOf(bytes)));
};

/**
 * Makes a written Word document the paper's own: what it was made from in its properties, its day and language, and
 * the same bytes for the same paper.
 */
export const sealedFile = async (
  parts: Parts,
  paper: BoardPaper,
  { columnHead }: Pick<WordStyles, 'columnHead'>,
): Promise<Uint8Array> => {
  describeTables(parts, paper, columnHead);
  setCustomProperties(parts, copyPropertiesOf(paper));
  setCore(parts, paper);
  nameInOrder(parts);
  await sealWorkbooks(parts);
  return packed(parts);
};
