import { csrfField } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { Exchange, Fields } from '../http/exchange.ts';
import { localPath } from '../http/local-path.ts';

/** A form that was filled in and could not be taken: where it goes, and its fields, so that nothing is typed twice. */
export type KeptForm = Readonly<{
  to: string;
  fields: ReadonlyArray<readonly [name: string, value: string]>;
}>;

const Written = t.strict({ to: t.string, fields: t.array(t.tuple([t.string, t.string])) });

type Sent = Pick<Exchange, 'method' | 'path' | 'form' | 'files' | 'header'>;

/** A secret is never sent back, not even to where it came from. */
const isSecret = (name: string): boolean => /password/iu.test(name);

const pairsOf = (form: Fields): KeptForm['fields'] =>
  form
    .names()
    .filter((name) => name !== csrfField)
    .flatMap((name) => form.all(name).map((value) => [name, value] as const));

/** Browsers say so of each request; what says nothing may be from anywhere. */
export const isFromHere = (header: Exchange['header']): boolean =>
  header('sec-fetch-site') === 'same-origin';

/**
 * The form that somebody sent from a page of ours, to be offered to them again; `undefined` where there is none: sent
 * from elsewhere or nobody knows whence, with a file, with a secret, empty.
 */
export const keptFormOf = ({ method, path, form, files, header }: Sent): KeptForm | undefined => {
  const to = localPath(path);
  const fields = pairsOf(form);
  const isKept =
    method === 'POST' &&
    to !== undefined &&
    isFromHere(header) &&
    files.length === 0 &&
    fields.length > 0 &&
    !fields.some(([name]) => isSecret(name));
  return isKept ? { to, fields } : undefined;
};

/** As one field of another form. */
export const keptFormText = ({ to, fields }: KeptForm): string => JSON.stringify({ to, fields });

/** What `keptFormText` wrote; `undefined` for whatever else somebody may have put there, and for what leads elsewhere. */
export const readKeptForm = (text: string): KeptForm | undefined => {
  const parsed = E.tryCatch(
    (): unknown => JSON.parse(text),
    () => undefined,
  );
  const written = E.isRight(parsed) ? Written.decode(parsed.right) : parsed;
  if (E.isLeft(written) || localPath(written.right.to) === undefined) return undefined;
  return written.right;
};
