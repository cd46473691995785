import {
  type Failure,
  lastChangeOf,
  mayNot,
  mayOn,
  type Principal,
  type Resolved,
  streamOf,
  workbookAnswer,
} from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import { acceptedWish, needsHistory, type PaperWanted, writePaper } from '@trackrecord/papers';
import { usualTimeZone } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { entityTag, namesTag } from '../api/entity-tag.ts';
import type { Desk } from '../desk.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Reply } from '../http/reply.ts';
import type { KeptTemplate } from '../store/server-store.ts';

/** Who wants which file of a plan, at which place of both clocks. */
export type PaperAsked = Readonly<{
  principal: Principal;
  resolved: Resolved;
  /** Since when changes are told; by itself since the last review before. */
  since: LocalDate | undefined;
  wanted: Omit<PaperWanted, 'template'>;
  /** Whether the look of the organisation's template is left out. */
  isPlain: boolean;
  /** The ordinal that the views stand at: names are those of now. */
  head: number;
}>;

type Asking = Readonly<{ desk: Desk; exchange: Pick<Exchange, 'header' | 'id'> }>;

/** A whole history as a table is for those who may see it; a workbook is for others without it. */
const permittedWish = ({ principal, resolved, wanted }: PaperAsked): E.Either<Failure, boolean> => {
  const refused = acceptedWish(wanted);
  if (refused !== null) return E.left(refused);
  const mayAudit = mayOn(principal, 'audit', resolved.plan);
  return wanted.table === 'history' && !mayAudit
    ? E.left(mayNot('audit', resolved.plan))
    : E.right(mayAudit && needsHistory(wanted));
};

/** All that the bytes of a file depend on. */
const stateOf = (
  { resolved, since, wanted, head }: PaperAsked,
  template: KeptTemplate | undefined,
  withHistory: boolean,
  madeOn: LocalDate,
): string =>
  JSON.stringify([
    resolved.plan,
    resolved.point.asOf,
    resolved.point.knownAt,
    resolved.knownAt,
    resolved.asIn?.sha256 ?? null,
    since ?? null,
    wanted.kind,
    wanted.table ?? null,
    template?.keptAt ?? null,
    withHistory,
    madeOn,
    head,
  ]);

/** That somebody took the whole history along is noted. */
const noteHistory = (
  { desk, exchange }: Asking,
  { principal, resolved, wanted }: PaperAsked,
): void => {
  desk.noteAccess({
    who: principal.party,
    what: `export as ${wanted.kind.toUpperCase()}: history of plan ${resolved.plan}`,
    request: exchange.id,
  });
};

/** The organisation's look, for what has one. */
const templateFor = (
  { store }: Desk,
  { wanted: { kind }, isPlain }: PaperAsked,
): TE.TaskEither<Failure, KeptTemplate | undefined> =>
  (kind === 'docx' || kind === 'pdf') && !isPlain ? store.template.lookup() : TE.right(undefined);

/**
 * A plan as a file to save: the board paper, the workbook or a table, as of a date, as known at a time. Whoever has the
 * very same file already is told so, before it is made again.
 */
export const planPaper = (asking: Asking, asked: PaperAsked): TE.TaskEither<Failure, Reply> => {
  const { desk, exchange } = asking;
  const { resolved, since, wanted } = asked;
  const madeOn = desk.clock.today(usualTimeZone);
  return pipe(
    E.Do,
    E.bind('withHistory', () => permittedWish(asked)),
    E.bind('lastChange', () =>
      lastChangeOf(desk)(streamOf('plan', resolved.plan), undefined, resolved.point.knownAt),
    ),
    TE.fromEither,
    TE.bind('template', () => templateFor(desk, asked)),
    TE.map(({ withHistory, lastChange, template }) => ({
      withHistory,
      template,
      etag: entityTag(lastChange, stateOf(asked, template, withHistory, madeOn)),
    })),
    TE.chain(({ withHistory, template, etag }): TE.TaskEither<Failure, Reply> => {
      if (namesTag(exchange.header('if-none-match'), etag))
        return TE.right({ _tag: 'Empty', status: 304, headers: { etag } });
      return pipe(
        TE.fromEither(workbookAnswer(desk)(resolved, { since, withHistory })),
        TE.chain((answer) =>
          writePaper(answer, { madeOn }, { ...wanted, template: template?.bytes }),
        ),
        TE.map(({ bytes, mediaType, name }) => {
          if (withHistory) noteHistory(asking, asked);
          return {
            _tag: 'Body',
            status: 200,
            type: mediaType,
            body: bytes,
            fileName: name,
            headers: { etag },
          };
        }),
      );
    }),
  );
};
