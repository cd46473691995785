import { WebhookAddress } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { type Failure, invalid } from '../failure.ts';

/** A host that is always this very machine, by its name or its address as the URL standard writes it. */
export const isLoopbackHost = (hostname: string): boolean =>
  /^(localhost|[^.]+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(hostname);

const example = 'https://cases.harbour.example/trackrecord';

const faultIn = (text: string): string | undefined => {
  if (!URL.canParse(text))
    return `"${text.slice(0, 200)}" is no address; accepted is one such as ${example}.`;
  const { protocol, hostname, username, password } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:')
    return `"${protocol}" is not accepted; accepted is an address that begins with https://.`;
  if (username !== '' || password !== '')
    return 'An address must not hold a name or a password: it stands in the log for good. What is sent is signed, so that the receiver can tell who sent it.';
  if (protocol === 'http:' && !isLoopbackHost(hostname))
    return `"${hostname}" is called by https:// only: over http:// everybody on the way could read along. http:// is accepted for this machine itself (localhost).`;
  if (text.includes('#')) return 'An address that is called has no part after "#": leave that out.';
  return text.length > 1990
    ? `These are ${text.length} characters; accepted are up to 1,990.`
    : undefined;
};

/**
 * The address of a webhook as somebody typed it, in the one spelling that the log keeps. Whether what its name leads to
 * may be called is looked at each time that it is.
 */
export const readWebhookAddress = (typed: string): E.Either<Failure, WebhookAddress> => {
  const text = typed.trim();
  const fault = faultIn(text);
  if (fault !== undefined) return E.left(invalid(fault, 'address'));
  const { href } = new URL(text);
  return WebhookAddress.is(href)
    ? E.right(href)
    : E.left(invalid(`"${text}" is no address; accepted is one such as ${example}.`, 'address'));
};
