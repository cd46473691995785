import { readWordParts, type WordParts } from '@trackrecord/documents';
import { patchDetector } from 'docx';
import * as E from 'fp-ts/lib/Either.js';
import { textOf } from '../../package/package-parts.ts';
import type { PaperRefusal } from '../paper-refusal.ts';
import { placeholderOf, placeholders } from './placeholders.ts';
import { unsafeIn } from './unsafe-in-template.ts';
import { placeOfPaper, type PlaceOfPaper } from './place-of-paper.ts';

type Refused<A> = E.Either<PaperRefusal, A>;

/** A Word file that can be a template: its parts, its placeholders as they are typed, and where the paper goes. */
export type CheckedTemplate = PlaceOfPaper &
  Readonly<{ parts: WordParts; typed: ReadonlyArray<string> }>;

/** The placeholders of a template as somebody typed them, each known. */
const checkedNames = (typed: ReadonlyArray<string>): Refused<ReadonlyArray<string>> => {
  const unknown = typed.filter((name) => placeholderOf(name) === undefined);
  if (unknown.length > 0)
    return E.left({ _tag: 'UnknownPlaceholders', unknown, accepted: placeholders });
  return typed.some((name) => placeholderOf(name) === 'paper')
    ? E.right(typed)
    : E.left({ _tag: 'NoPlaceForPaper' });
};

const detailOf = (thrown: unknown): string =>
  (thrown instanceof Error ? thrown.message : 'it cannot be filled in').slice(0, 200);

/** Does something with a template that a library may give up on. */
export const orNotFilled = async <A>(work: () => Promise<Refused<A>>): Promise<Refused<A>> => {
  try {
    return await work();
  } catch (thrown) {
    return E.left({ _tag: 'TemplateNotFilled', detail: detailOf(thrown) });
  }
};

/** Takes a template apart, and says why it is none where it is none. */
export const checkedTemplate = async (template: Uint8Array): Promise<Refused<CheckedTemplate>> => {
  const parts = await readWordParts({ name: 'the template', bytes: template });
  if (E.isLeft(parts)) return E.left({ _tag: 'TemplateNotRead', refusal: parts.left });
  const unsafe = unsafeIn(parts.right);
  if (unsafe !== undefined) return E.left(unsafe);
  return orNotFilled(async () => {
    const typed = checkedNames(await patchDetector({ data: template, trimPlaceholders: true }));
    if (E.isLeft(typed)) return typed;
    const place = placeOfPaper(textOf(parts.right, 'word/document.xml'));
    return E.isLeft(place)
      ? place
      : E.right({ ...place.right, parts: parts.right, typed: typed.right });
  });
};
