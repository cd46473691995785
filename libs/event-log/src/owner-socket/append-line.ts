import type { ExpectedRevision, Identified } from '@trackrecord/application/ports';
import { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { NonEmptyArray } from 'fp-ts/lib/NonEmptyArray.js';
import type { AppendRequest } from '../append-request.ts';
import type { EventCodec } from '../event-codec.ts';
import { storedText } from '../stored-text.ts';
import { parsed } from '../stored-event.ts';

/** An append as the log takes it. */
export type AskedAppend<A extends Identified> = Readonly<{
  stream: StreamName;
  expected: ExpectedRevision;
  events: NonEmptyArray<A>;
}>;

/** An append as a line with its end; the events' stored texts are JSON, and stand in it as they are. */
export const appendLine = ({ stream, expected, texts }: AppendRequest): string =>
  `{"append":{"stream":${JSON.stringify(stream)},"expected":${JSON.stringify(expected)},"events":[${texts.join(',')}]}}\n`;

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const expectedIn = (json: unknown): E.Either<string, ExpectedRevision> => {
  const { _tag, revision } = isObject(json) ? json : {};
  if (_tag === 'NoStream') return E.right({ _tag });
  return _tag === 'Revision' && typeof revision === 'number' && Number.isSafeInteger(revision)
    ? E.right({ _tag, revision })
    : E.left('“expected” is neither {"_tag":"NoStream"} nor {"_tag":"Revision","revision":N}');
};

/**
 * An event that will be stored in the very characters that were sent. What another version of Trackrecord knows of an
 * event and this one does not would be lost without a word.
 */
const eventIn =
  <A extends Identified>(codec: EventCodec<A>) =>
  (index: number, json: unknown): E.Either<string, A> => {
    const text = storedText(json);
    return pipe(
      text === undefined || text === 'too deep'
        ? E.left(text ?? 'its members are not in the order of canonical JSON')
        : codec.decode(json),
      E.filterOrElse(
        (event) => codec.encode(event) === text,
        () => 'it would be stored otherwise than it was sent',
      ),
      E.mapLeft(
        (why) =>
          `event ${index + 1} is none that this version of Trackrecord records (${why}): use the version that the server has, or restart the server after an upgrade`,
      ),
    );
  };

const eventsIn = <A extends Identified>(
  codec: EventCodec<A>,
  json: unknown,
): E.Either<string, NonEmptyArray<A>> =>
  pipe(
    Array.isArray(json) ? E.right<string, ReadonlyArray<unknown>>(json) : E.left('not a list'),
    E.flatMap(E.traverseReadonlyArrayWithIndex(eventIn(codec))),
    E.flatMap(([first, ...rest]) =>
      first === undefined ? E.left('“events” is empty') : E.right([first, ...rest]),
    ),
  );

/** The append that a line asks for, without its end; or why it asks for none. */
export const readAppendLine =
  <A extends Identified>(codec: EventCodec<A>) =>
  (line: string): E.Either<string, AskedAppend<A>> =>
    pipe(
      parsed(line),
      E.map((json) => (isObject(json) && isObject(json['append']) ? json['append'] : undefined)),
      E.flatMap(E.fromNullable('it is no object with an “append” in it')),
      E.flatMap(({ stream, expected, events }) =>
        pipe(
          E.Do,
          E.bind('stream', () =>
            StreamName.is(stream) ? E.right(stream) : E.left('“stream” is no name of a stream'),
          ),
          E.bind('expected', () => expectedIn(expected)),
          E.bind('events', () => eventsIn(codec, events)),
        ),
      ),
    );
