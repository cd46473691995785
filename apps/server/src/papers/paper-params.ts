import { readDate } from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import { isPaperTable, paperTables, type PaperTableName } from '@trackrecord/papers';
import * as E from 'fp-ts/lib/Either.js';
import { both, param, type Params } from '../api/params.ts';
import { schemaRef } from '../api/schema/json-schema.ts';

/** What a query says of a file that is wanted, beside the two clocks. */
export type PaperSaid = Readonly<{
  since: LocalDate | undefined;
  table: PaperTableName | undefined;
  isPlain: boolean;
}>;

const sinceParam: Params<Pick<PaperSaid, 'since'>> = param(
  {
    name: 'since',
    description:
      'Tell changes since this date; since the last review before "asOf" where it is left out.',
    schema: schemaRef('LocalDate'),
  },
  (text): E.Either<string, LocalDate | undefined> =>
    text === undefined ? E.right(undefined) : readDate(text),
  (since) => ({ since }),
);

const tableParam: Params<Pick<PaperSaid, 'table'>> = param(
  {
    name: 'table',
    description:
      'Of csv and tsv, which table; the actions where it is left out. The history takes the role auditor, manager or administrator.',
    schema: { type: 'string', enum: [...paperTables] },
  },
  (text): E.Either<string, PaperTableName | undefined> =>
    text === undefined || isPaperTable(text)
      ? E.right(text)
      : E.left(`"${text.slice(0, 80)}" is no table; accepted are ${paperTables.join(', ')}.`),
  (table) => ({ table }),
);

const looks = ['house', 'plain'] as const;

const lookParam: Params<Pick<PaperSaid, 'isPlain'>> = param(
  {
    name: 'look',
    description:
      'Of docx and pdf: "house" is the look of the template that administrators keep on this server, where there is one; "plain" leaves it out. The former where it is left out.',
    schema: { type: 'string', enum: [...looks] },
  },
  (text = 'house'): E.Either<string, boolean> =>
    looks.some((one) => one === text)
      ? E.right(text === 'plain')
      : E.left(`"${text.slice(0, 80)}" is no look; accepted are ${looks.join(' and ')}.`),
  (isPlain) => ({ isPlain }),
);

export const paperParams: Params<PaperSaid> = both(both(sinceParam, tableParam), lookParam);
