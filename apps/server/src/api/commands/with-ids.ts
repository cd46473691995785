import { type Failure, lookupActionId } from '@trackrecord/application';
import { lookupActionByRef, Ref, type StreamState, Subject } from '@trackrecord/domain';
import { isList } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import type * as t from 'io-ts';
import { propertiesOf } from '../schema/schema-of.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const action = 'action:';

/** A subject by the ref that its action has now; one that is not there is for the command itself to refuse. */
const subjectIn = ({ cut }: StreamState, subject: string): string =>
  subject.startsWith(action)
    ? pipe(
        lookupActionByRef(cut)(subject.slice(action.length)),
        O.match(
          () => subject,
          (id) => `${action}${id}`,
        ),
      )
    : subject;

/**
 * What was asked with ids for refs: whoever asks knows an action by the ref that it has now, commands by its first.
 */
export const withIds =
  (state: StreamState) =>
  (codec: t.Mixed, value: unknown, name = ''): E.Either<Failure, unknown> => {
    if (codec === Subject)
      return E.right(typeof value === 'string' ? subjectIn(state, value) : value);
    if (codec === Ref && (name === 'action' || name === 'actions'))
      return lookupActionId(state, String(value));
    if (isList(codec) && Array.isArray(value))
      return pipe(
        value,
        E.traverseArray((one: unknown) => withIds(state)(codec.type, one, name)),
      );
    const properties = propertiesOf(codec);
    if (properties === undefined || !isObject(value)) return E.right(value);
    return pipe(
      properties.filter((property) => Object.hasOwn(value, property.name)),
      E.traverseArray((property) =>
        pipe(
          withIds(state)(property.codec, value[property.name], property.name),
          E.map((of) => [property.name, of] as const),
        ),
      ),
      E.map((pairs): unknown => ({ ...value, ...Object.fromEntries(pairs) })),
    );
  };
