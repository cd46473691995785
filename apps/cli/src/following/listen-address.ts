import { type Failure, invalid } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';

/** Where a node tells how it stands. */
export type Address = Readonly<{ host: string; port: number }>;

/** A host and a port, an IPv6 address in brackets; port 0 is any that is free. */
export const parseListen = (text: string): E.Either<Failure, Address> => {
  const [, bracketed, plain, port = ''] =
    /^(?:\[([\da-f:.]+)\]|([^:[\]\s]+)):(\d{1,5})$/iu.exec(text) ?? [];
  const host = bracketed ?? plain;
  return host !== undefined && Number(port) <= 65_535
    ? E.right({ host, port: Number(port) })
    : E.left(
        invalid(
          `--listen: "${text}" is no address; accepted is HOST:PORT, such as 127.0.0.1:3000 or [::1]:3000.`,
        ),
      );
};
