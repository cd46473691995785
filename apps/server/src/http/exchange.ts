import type { Principal } from '@trackrecord/application';

/** A file that came with a form, held in memory. */
export type Upload = Readonly<{
  name: string;
  bytes: Uint8Array;
  /** How many bytes it has, where those are more than its route takes: none of them are held then. */
  tooLarge_bytes?: number;
}>;

/** The fields of a form or of a query: several values where a name stands several times. */
export type Fields = Readonly<{
  /** The first value of a name, without blanks around it; `undefined` where it is not there or empty. */
  one: (name: string) => string | undefined;
  /** All values of a name, as they came. */
  all: (name: string) => ReadonlyArray<string>;
  /** The first value of a name exactly as it came; `''` where it is not there. */
  raw: (name: string) => string;
  names: () => ReadonlyArray<string>;
}>;

/** Who asks: nobody known, or somebody by a session or a token. */
export type Visitor =
  | Readonly<{ _tag: 'Nobody' }>
  | Readonly<{
      _tag: 'Known';
      principal: Principal;
      /** Marks what a browser's forms must send back; empty where a token speaks: no browser sends those by itself. */
      session: string;
    }>;

/** A request as a route sees it: nothing of it is checked yet but who asks and whether they may. */
export type Exchange = Readonly<{
  id: string;
  method: string;
  /** The path as it was asked for, without its query. */
  path: string;
  params: Readonly<Record<string, string>>;
  query: Fields;
  form: Fields;
  files: ReadonlyArray<Upload>;
  /** A JSON body; `undefined` where there is none. */
  body: unknown;
  header: (name: string) => string | undefined;
  visitor: Visitor;
  /** The address that asks, for throttling and for the log. */
  address: string;
  /** Aborted once nobody waits for the answer any more. */
  gone: AbortSignal;
}>;
