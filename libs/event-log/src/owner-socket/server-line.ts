import type { AppendError, Appended } from '@trackrecord/application/ports';
import { EventId, StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { parsed } from '../stored-event.ts';
import type { FromServer } from './protocol.ts';

const jsonOf = (said: FromServer): unknown => {
  switch (said._tag) {
    case 'Greeting':
      return { trackrecord: 'appends', version: said.version };
    case 'Outcome':
      return E.isRight(said.outcome)
        ? { appended: said.outcome.right }
        : { failed: said.outcome.left };
    case 'Refused':
      return { refused: said.message };
  }
};

/** What the server says, as a line with its end. */
export const serverLine = (said: FromServer): string => `${JSON.stringify(jsonOf(said))}\n`;

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value);

const isText = (value: unknown): value is string => typeof value === 'string';

const appendedIn = ({ lastRevision, position, duplicate }: Fields): Appended | undefined =>
  isCount(lastRevision) && isText(position) && typeof duplicate === 'boolean'
    ? { lastRevision, position, duplicate }
    : undefined;

const errorIn = (json: Fields): AppendError | undefined => {
  const { _tag, stream, actual, bytes, limit, id, position, message } = json;
  switch (_tag) {
    case 'WrongRevision':
      return StreamName.is(stream) && (actual === undefined || isCount(actual))
        ? { _tag, stream, actual }
        : undefined;
    case 'TooLarge':
      return isCount(bytes) && isCount(limit) ? { _tag, bytes, limit } : undefined;
    case 'IdReused':
      return EventId.is(id) ? { _tag, id } : undefined;
    case 'Unavailable':
    case 'Locked':
      return isText(message) ? { _tag, message } : undefined;
    case 'Corrupt':
      return isText(position) && isText(message) ? { _tag, position, message } : undefined;
    default:
      return undefined;
  }
};

const outcome = (said: E.Either<AppendError, Appended>): FromServer => ({
  _tag: 'Outcome',
  outcome: said,
});

const saidIn = (json: Fields): FromServer | undefined => {
  const { trackrecord, version, appended, failed, refused } = json;
  if (trackrecord === 'appends' && isCount(version)) return { _tag: 'Greeting', version };
  if (isText(refused)) return { _tag: 'Refused', message: refused };
  if (isObject(appended)) {
    const done = appendedIn(appended);
    return done === undefined ? undefined : outcome(E.right(done));
  }
  const error = isObject(failed) ? errorIn(failed) : undefined;
  return error === undefined ? undefined : outcome(E.left(error));
};

/** What a line says, without its end; `undefined` where no server of ours says that. */
export const readServerLine = (line: string): FromServer | undefined => {
  const json = parsed(line);
  return E.isRight(json) && isObject(json.right) ? saidIn(json.right) : undefined;
};
