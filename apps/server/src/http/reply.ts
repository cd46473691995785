import type { PageReply } from '../pages/page-reply.ts';

type Headers = Readonly<Record<string, string>>;

/** A cookie to set, or to take away where its value is empty. */
export type Cookie = Readonly<{ name: string; value: string; maxAge_s: number }>;

/** What a route answers; one function sends it. */
export type Reply = Readonly<{ cookies?: ReadonlyArray<Cookie>; headers?: Headers }> &
  (
    | PageReply
    | Readonly<{ _tag: 'Redirect'; to: string }>
    | Readonly<{ _tag: 'Json'; status: number; value: unknown; type?: string }>
    /** A text or a file; with a file name it is saved rather than shown. */
    | Readonly<{
        _tag: 'Body';
        status: number;
        type: string;
        body: string | Uint8Array;
        fileName?: string;
      }>
    | Readonly<{ _tag: 'Empty'; status: number }>
    /** Server-sent events, each as its text; goes on until nobody listens. */
    | Readonly<{ _tag: 'Stream'; events: AsyncIterable<string> }>
  );

export const json = (value: unknown, headers: Headers = {}): Reply => ({
  _tag: 'Json',
  status: 200,
  value,
  headers,
});

/** To another page of ours; 303, so that a form is not sent again. */
export const redirect = (to: string, cookies: ReadonlyArray<Cookie> = []): Reply => ({
  _tag: 'Redirect',
  to,
  cookies,
});
