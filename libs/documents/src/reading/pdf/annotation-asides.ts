import { dateInWords, LocalDate } from '@trackrecord/kernel';
import type { Aside } from '../flow/flow.ts';
import { plainWords, quoted } from '../flow/plain-words.ts';
import { isRecord, listOf, numbersOf, recordIn, wordsIn } from './decoding.ts';
import { type Matrix, pointAt } from './matrix.ts';
import type { Word } from './words-on-page.ts';

/** "3 May 2027" of "D:20270503100000Z" (ISO 32000-1, 7.9.4). */
const dayIn = (written: string): string | undefined => {
  const [, year = '', month = '', day = ''] = /^D?:?(\d{4})(\d{2})(\d{2})/u.exec(written) ?? [];
  const date = `${year}-${month}-${day}`;
  return LocalDate.is(date) ? dateInWords(date) : undefined;
};

const wordsIn4 = (
  corners: ReadonlyArray<number>,
  words: ReadonlyArray<Word>,
  viewport: Matrix,
): string => {
  const [left = 0, bottom = 0, right = 0, top = 0] = corners;
  const [x, y] = pointAt(viewport, left, bottom);
  const [u, v] = pointAt(viewport, right, top);
  return words
    .filter((word) => {
      const [middle, height] = [word.x + word.width / 2, word.y - word.size * 0.3];
      return (
        middle >= Math.min(x, u) &&
        middle <= Math.max(x, u) &&
        height >= Math.min(y, v) &&
        height <= Math.max(y, v)
      );
    })
    .map(({ text }) => text)
    .join(' ');
};

const linkAside = (
  annotation: unknown,
  words: ReadonlyArray<Word>,
  viewport: Matrix,
): ReadonlyArray<Aside> => {
  const url = wordsIn(annotation, 'url') || wordsIn(annotation, 'unsafeUrl');
  const address = plainWords(url.slice(0, 300));
  if (address === '') return [];
  const corners = numbersOf(isRecord(annotation) ? annotation['rect'] : undefined);
  const linked = wordsIn4(corners, words, viewport);
  const what = linked === '' ? 'A link' : quoted(linked);
  return [{ kind: 'link', words: `${what} leads to ${address}` }];
};

const commentAside = (annotation: unknown): ReadonlyArray<Aside> => {
  const said = wordsIn(recordIn(annotation, 'contentsObj'), 'str');
  if (said.trim() === '') return [];
  const author = plainWords(wordsIn(recordIn(annotation, 'titleObj'), 'str'));
  const day = dayIn(wordsIn(annotation, 'modificationDate'));
  const by = author === '' ? '' : ` by ${author}`;
  const when = day === undefined ? '' : `, ${day}`;
  return [{ kind: 'comment', words: `Comment${by}${when}: ${quoted(said)}` }];
};

/** What is noted on a page: comments, links, form fields, files. */
export const annotationAsides = (
  annotations: unknown,
  words: ReadonlyArray<Word>,
  viewport: Matrix,
): ReadonlyArray<Aside> => {
  const all = listOf(annotations);
  const fields = all.filter((one) => wordsIn(one, 'subtype') === 'Widget').length;
  const asides = all.flatMap((one): ReadonlyArray<Aside> => {
    switch (wordsIn(one, 'subtype')) {
      case 'Link':
        return linkAside(one, words, viewport);
      case 'Widget':
      case 'Popup':
        return [];
      case 'FileAttachment':
        return [{ kind: 'not read', words: 'A file that is attached to the page is not read.' }];
      default:
        return commentAside(one);
    }
  });
  const what = fields === 1 ? 'A form field is' : `${fields} form fields are`;
  return fields === 0 ? asides : [...asides, { kind: 'not read', words: `${what} not read.` }];
};
