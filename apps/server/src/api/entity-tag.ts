import type { Ordinal } from '@trackrecord/kernel';
import { Ordinal as OrdinalCodec } from '@trackrecord/kernel';
import { createHash } from 'node:crypto';

/**
 * The ETag of an answer about a thing: the ordinal of the thing's last change, and a digest of the answer itself,
 * which also depends on the question, on the date, and on what others are called.
 */
export const entityTag = (lastChange: Ordinal, content: string): string =>
  `"${lastChange}-${createHash('sha256').update(content).digest('hex').slice(0, 16)}"`;

const tagsIn = (header: string): ReadonlyArray<string> =>
  header
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//u, ''))
    .filter((tag) => tag !== '');

/** Whether a header (`If-None-Match`) names a tag; weakly, as for that header everybody compares. */
export const namesTag = (header: string | undefined, tag: string): boolean =>
  header !== undefined && tagsIn(header).some((one) => one === '*' || one === tag);

/** What a header `If-Match` stands for: any state, or the ordinals in the tags; `undefined` where it is no such header. */
export type Looked =
  Readonly<{ _tag: 'Any' }> | Readonly<{ _tag: 'At'; ordinals: ReadonlyArray<Ordinal> }>;

/** Reads `If-Match`. A tag that was never given out stands for no state that there is. */
export const readIfMatch = (header: string): Looked => {
  const tags = tagsIn(header);
  if (tags.includes('*')) return { _tag: 'Any' };
  return {
    _tag: 'At',
    ordinals: tags
      .map((tag) => Number(/^"(\d{1,15})-[0-9a-f]{16}"$/u.exec(tag)?.[1]))
      .filter(OrdinalCodec.is),
  };
};
