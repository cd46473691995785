import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { invalid, type MayCall } from '@trackrecord/application';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Led, whyNotCalled } from './refused-address.ts';

/** Which addresses a host's name leads to now; rejects where it leads nowhere. A port, for specifications. */
export type ResolveHost = (hostname: string) => Promise<ReadonlyArray<Led>>;

export const systemResolve: ResolveHost = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address, family }) => ({
    address,
    family: family === 6 ? 6 : 4,
  }));

const schemeOf = ({ protocol }: URL): 'http:' | 'https:' =>
  protocol === 'http:' ? 'http:' : 'https:';

/** The IP address that an address names itself, without its brackets; `undefined` where it names a host. */
const namedIp = ({ hostname }: URL): string | undefined => {
  const plain = hostname.replace(/^\[|\]$/gu, '');
  return isIP(plain) === 0 ? undefined : plain;
};

/** Why an address is not called that names an IP address: no name is looked up for it. */
export const whyNotItself = (url: URL): string | undefined => {
  const ip = namedIp(url);
  return ip === undefined ? undefined : whyNotCalled(schemeOf(url), ip);
};

/**
 * How connections look up where they lead: at each connection anew, and one that would lead where nothing is called is
 * not made. So a name that led elsewhere when it was looked at gets nobody in (DNS rebinding).
 */
export const guardedLookup =
  (resolve: ResolveHost, url: URL): LookupFunction =>
  (hostname, { all }, callback) => {
    resolve(hostname).then(
      (found) => {
        const [first] = found;
        const why = found
          .map(({ address }) => whyNotCalled(schemeOf(url), address))
          .find((reason) => reason !== undefined);
        if (why !== undefined || first === undefined)
          callback(new Error(why ?? `${hostname} leads nowhere`), '');
        else if (all === true) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (thrown: unknown) => {
        callback(thrown instanceof Error ? thrown : new Error(String(thrown)), '');
      },
    );
  };

/** So long a name is looked up when a webhook is registered: one that cannot be looked up then is when it is called. */
const patience_ms = 3000;

const reasonOf = async (
  resolve: ResolveHost,
  url: URL,
  timeUp: () => Promise<void>,
): Promise<string | undefined> => {
  if (namedIp(url) !== undefined) return whyNotItself(url);
  const found = await Promise.race([
    resolve(url.hostname).catch((): ReadonlyArray<Led> => []),
    timeUp().then((): ReadonlyArray<Led> => []),
  ]);
  return found
    .map(({ address }) => whyNotCalled(schemeOf(url), address))
    .find((why) => why !== undefined);
};

/** Whether an address may be called, as its name is looked up now. */
export const mayCallBy =
  (
    resolve: ResolveHost,
    pause: (length_ms: number, signal: AbortSignal) => Promise<void>,
  ): MayCall =>
  (address) =>
    TE.tryCatch(
      async () => {
        const ended = new AbortController();
        try {
          const why = await reasonOf(resolve, new URL(address), () =>
            pause(patience_ms, ended.signal),
          );
          if (why !== undefined) throw new Error(why);
        } finally {
          ended.abort();
        }
      },
      (thrown) =>
        invalid(
          `${address}: ${thrown instanceof Error ? thrown.message : String(thrown)}.`,
          'address',
        ),
    );
