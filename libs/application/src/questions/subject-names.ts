import { dataNeedWords, indicator, indicatorCode, indicatorTitle } from '@trackrecord/domain';
import type { Ordinal, Values } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { endOfTime } from './load-directory.ts';

/** What people call subjects whose names in assertions are the log's own, by those names. */
export type SubjectNames = ReadonlyMap<string, string>;

const longest = 60;

/** The beginning of words, up to a word's end. */
const shortened = (words: string): string => {
  const line = words.replace(/\s+/gu, ' ').trim();
  if (line.length <= longest) return line;
  const start = line.slice(0, longest);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), longest / 2)).trimEnd()} …`;
};

/** Data needs have no numbers: people know them by their words. */
export const dataNeedNames = (cut: Values): SubjectNames =>
  new Map(
    [...cut.keys()]
      .filter((subject) => subject.startsWith('dataNeed:'))
      .map((subject) => [
        subject,
        pipe(
          dataNeedWords.of(cut, subject),
          O.match(
            () => 'data need',
            (words) => `data need “${shortened(words)}”`,
          ),
        ),
      ]),
  );

/** An indicator by its code, else by its title. */
const indicatorName =
  (deps: Pick<Readable, 'views'>, knownAt: Ordinal) =>
  (subject: string): E.Either<Failure, readonly [string, string]> => {
    const id = subject.slice(subject.indexOf(':') + 1);
    return pipe(
      deps.views.cutOf(streamOf('indicator', id), { asOf: endOfTime, knownAt }),
      E.bimap(storage, (cut) => {
        const title = O.toUndefined(indicatorTitle.of(cut, indicator));
        const name =
          O.toUndefined(indicatorCode.of(cut, indicator)) ??
          (title === undefined ? id : `“${shortened(title)}”`);
        return [subject, `indicator ${name}`] as const;
      }),
    );
  };

/** Indicators, by their names in assertions, as their own streams call them. */
export const indicatorNames = (
  deps: Pick<Readable, 'views'>,
  knownAt: Ordinal,
  subjects: ReadonlyArray<string>,
): E.Either<Failure, SubjectNames> =>
  pipe(
    [...new Set(subjects)].filter((subject) => subject.startsWith('indicator:')),
    E.traverseArray(indicatorName(deps, knownAt)),
    E.map((names) => new Map(names)),
  );
