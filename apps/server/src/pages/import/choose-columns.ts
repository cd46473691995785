import type { Failure } from '@trackrecord/application';
import type { ProposedColumn } from '@trackrecord/documents';
import { type ColumnChoice, ColumnMeaning } from '@trackrecord/domain';
import { type FormErrors, previewHref } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange, Fields } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import { leaveNotice } from '../notice.ts';
import { askedUpload } from './asked-upload.ts';
import { fieldOfColumn, meaningBefore } from './columns-shown.ts';
import { keepDraft } from './import-draft.ts';
import { type Reading, readingOf } from './reading.ts';
import { shownPreview } from './show-preview.ts';
import { withDraft } from './with-draft.ts';

type Answer = TE.TaskEither<Failure, Reply>;

type Read = Readonly<{ choices: ReadonlyArray<ColumnChoice>; errors: FormErrors }>;

const chosenFor =
  (form: Fields, { remembered }: Reading) =>
  (column: ProposedColumn): Read => {
    const field = fieldOfColumn(column);
    const typed = form.one(field);
    // A column that nobody was asked about when the page was made: it means what it meant.
    const meaning = typed ?? (column.state === 'asked' ? '' : column.meaning);
    if (!ColumnMeaning.is(meaning))
      return {
        choices: [],
        errors: [{ field, message: `“${column.head}”: choose what it is from the list.` }],
      };
    const isSaid = meaning !== meaningBefore(column, remembered);
    return { choices: isSaid ? [{ head: column.head, meaning }] : [], errors: [] };
  };

const readColumns = (form: Fields, reading: Reading): Read => {
  const read = reading.proposal.columns.map(chosenFor(form, reading));
  return {
    choices: read.flatMap(({ choices }) => choices),
    errors: read.flatMap(({ errors }) => errors),
  };
};

const typedIn = (form: Fields): ReadonlyMap<string, string> =>
  new Map(form.names().map((name) => [name, form.raw(name)]));

/** Keeps what was said of an upload's columns, and shows the preview as it is read by that. */
export const chooseColumns =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      askedUpload(desk)(exchange),
      TE.chain((asked) =>
        withDraft((_asked, draft) =>
          pipe(
            readingOf(desk, asked.upload, draft),
            TE.chain((reading): Answer => {
              const { choices, errors } = readColumns(exchange.form, reading);
              return errors.length > 0
                ? shownPreview(
                    desk,
                    exchange,
                    asked,
                  )({ status: 400, meanwhile: null, errors, columns: typedIn(exchange.form) })
                : pipe(
                    keepDraft(desk)(asked.upload, { ...draft, columns: choices }),
                    TE.map(() =>
                      redirect(previewHref(asked.place.plan, asked.upload.id), [
                        leaveNotice({
                          kind: 'success',
                          text: 'The columns are read as you said. The plan remembers it once the import is recorded.',
                        }),
                      ]),
                    ),
                  );
            }),
          ),
        )(asked),
      ),
    );
