import type { WordParts } from '@trackrecord/documents';
import * as E from 'fp-ts/lib/Either.js';
import { createHash } from 'node:crypto';
import type { PaperRefusal } from '../../word/paper-refusal.ts';
import { flatPng } from './flat-png.ts';
import { isJpeg, wrongInJpeg } from './jpeg.ts';
import { type BadPicture, isPng, mostPoints } from './png-chunks.ts';

/** Of all pictures of a template that are opened, together: so that no paper takes long to make. */
const mostTogether = 2 * mostPoints;

const addressOf = (kind: 'png' | 'jpeg', bytes: Uint8Array): string =>
  `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`;

/** What was made of pictures lately, by the hash of their bytes: a server makes many papers in one template. */
const kept = new Map<string, string>();
const mostKept = 16;
/** Of letters, each of what is kept. */
const longestKept = 2_000_000;

const keep = (hash: string, address: string): void => {
  if (address.length > longestKept) return;
  kept.set(hash, address);
  for (const oldest of [...kept.keys()].slice(0, kept.size - mostKept)) kept.delete(oldest);
};

const pngAddress = (bytes: Uint8Array): string | BadPicture => {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const before = kept.get(hash);
  if (before !== undefined) return before;
  const flat = flatPng(bytes);
  if ('_tag' in flat) return flat;
  const address = addressOf('png', flat);
  keep(hash, address);
  return address;
};

/** A picture as a "data:" address; `undefined` where it is of another kind. */
const pictureAddress = (bytes: Uint8Array): string | BadPicture | undefined => {
  if (isPng(bytes)) return pngAddress(bytes);
  return isJpeg(bytes) ? (wrongInJpeg(bytes) ?? addressOf('jpeg', bytes)) : undefined;
};

/** How many points a PNG says that it has. */
const pointsOf = (bytes: Uint8Array): number => {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isPng(bytes) && bytes.length >= 24 ? file.getUint32(16) * file.getUint32(20) : 0;
};

/**
 * The pictures of a template that a PDF can hold (PNG, JPEG), each found whole, as "data:" addresses by their parts.
 * @returns refused by its name where one is damaged, or larger than can be taken
 */
export const picturesIn = (
  parts: WordParts,
): E.Either<PaperRefusal, ReadonlyMap<string, string>> => {
  const pictures = new Map<string, string>();
  let points = 0;
  for (const [part, bytes] of parts) {
    if (!part.startsWith('word/media/')) continue;
    points += pointsOf(bytes);
    if (points > mostTogether && pointsOf(bytes) <= mostPoints) {
      const seen = `with those before it there are ${points.toLocaleString('en-GB')} points; accepted are ${mostTogether.toLocaleString('en-GB')} in all`;
      return E.left({ _tag: 'BadPicture', part, seen });
    }
    const address = pictureAddress(bytes);
    if (typeof address === 'string') pictures.set(part, address);
    else if (address !== undefined) return E.left({ ...address, part });
  }
  return E.right(pictures);
};
