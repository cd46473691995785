import type { AppendError } from '@trackrecord/application/ports';
import type { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { type AppendOutcome, type AppendRequest, isExpected } from '../append-request.ts';
import { judgeIds } from '../judge-ids.ts';
import type { Acknowledged, StreamEnd } from './acknowledged.ts';
import type { Replica } from './replica.ts';
import { positionAt } from './stream-position.ts';

/** What this node knows: its copy of the log, and what it has stored that the copy does not hold yet. */
export type Known = Readonly<{ replica: Replica; acknowledged: Acknowledged }>;

/** Where a stream ends, as far as this node knows. */
export const endOf = (
  { replica, acknowledged }: Known,
  stream: StreamName,
): StreamEnd | undefined => {
  const own = acknowledged.endOf(stream);
  if (own !== undefined) return own;
  const onServer = replica.lastOnServer(stream);
  return onServer === undefined
    ? undefined
    : { revision: replica.lastRevision(stream) ?? -1, onServer };
};

/** Whether an append believes in more than this node knows: its author has looked at another node. */
export const isAhead = (known: Known, { stream, expected }: AppendRequest): boolean =>
  expected._tag === 'Revision' && expected.revision > (endOf(known, stream)?.revision ?? -1);

/** What can be said of an append without asking the cluster; `undefined` where it has to be asked. */
export const judgeAppend = (
  known: Known,
  { stream, ids, expected }: Pick<AppendRequest, 'stream' | 'ids' | 'expected'>,
): AppendOutcome | undefined => {
  const { replica, acknowledged } = known;
  const byIds = judgeIds(stream, ids, (id) => acknowledged.placeOf(id) ?? replica.placeOf(id));
  switch (byIds._tag) {
    case 'Reused':
      return E.left({ _tag: 'IdReused', id: byIds.id });
    case 'Repeated': {
      const { lastRevision } = byIds.appended;
      const position = positionAt({ stream, revision: lastRevision });
      return E.right({ lastRevision, position, duplicate: true });
    }
    case 'Fresh': {
      const revision = endOf(known, stream)?.revision ?? -1;
      const actual = revision < 0 ? undefined : revision;
      const wrong: AppendError = { _tag: 'WrongRevision', stream, actual };
      return isExpected(expected, actual) ? undefined : E.left(wrong);
    }
  }
};
