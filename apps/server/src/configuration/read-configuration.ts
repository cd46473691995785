import { readSmtpSettings, type SettingFault, shortestKey_bytes } from '@trackrecord/notifications';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import type { Configuration } from './configuration.ts';
import { likelyTypos } from './likely-typos.ts';
import { type Flags, type Setting, settings } from './settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with one setting: which, what it says, what is accepted. */
type Mistakes = ReadonlyArray<string>;

type Read<A> = E.Either<Mistakes, A>;

/** A setting's words, and by which name whoever set it knows it. */
type Said = Readonly<{ by: string; text: string }>;

const flagName = (flag: string): string =>
  `--${flag.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;

const filled = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : text.trim();

const said =
  (environment: Environment, flags: Flags) =>
  ({ variable, flag, usual }: Setting): Said | undefined => {
    const typed = filled(flags[flag]);
    if (typed !== undefined) return { by: flagName(flag), text: typed };
    const text = filled(environment[variable]) ?? usual;
    return text === undefined ? undefined : { by: variable, text };
  };

const wrong = ({ by, text }: Said, accepted: string): Read<never> =>
  E.left([`${by}: "${text}" is not accepted; accepted ${accepted}.`]);

const numberFrom =
  (least: number, most: number, what: string, shape = /^\d{1,6}$/u) =>
  (saying: Said): Read<number> => {
    const value = Number(saying.text);
    return shape.test(saying.text) && value >= least && value <= most
      ? E.right(value)
      : wrong(saying, `${what} from ${least} to ${most}`);
  };

const hours = numberFrom(0.25, 720, 'are hours', /^\d{1,3}(\.\d{1,2})?$/u);

const loopbackName = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1\]?)$/u;

/** Whether an address or a name can be reached from this machine alone. */
const isLoopback = (host: string): boolean => loopbackName.test(host);

const parseHost = (saying: Said): Read<string> => {
  const host = saying.text.replace(/^\[(.*)\]$/u, '$1');
  return isIP(host) !== 0 || /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/iu.test(host)
    ? E.right(host)
    : wrong(
        saying,
        'is an address or a name of this machine, such as 127.0.0.1 (this machine alone), 0.0.0.0 or ::',
      );
};

const publicUrlAccepted =
  'is where people reach the server, without a path, such as https://plans.example; http:// for localhost alone, as passwords go that way';

const parsePublicUrl = (saying: Said): Read<URL> => {
  if (!URL.canParse(saying.text)) return wrong(saying, publicUrlAccepted);
  const url = new URL(saying.text);
  const isBare =
    url.pathname === '/' && `${url.search}${url.hash}${url.username}${url.password}` === '';
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  // A password in an address is not repeated.
  const shown = url.password === '' ? saying : { ...saying, text: url.origin };
  return isBare && isSafe ? E.right(url) : wrong(shown, publicUrlAccepted);
};

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const parseLevel = (saying: Said): Read<Configuration['logLevel']> => {
  const level = levels.find((one) => one === saying.text);
  return level === undefined ? wrong(saying, `are ${levels.join(', ')}`) : E.right(level);
};

/** Where people reach it if nobody said: that is known only where it is reached from this machine alone. */
const usualUrl = (host: Read<string>, port: Read<number>): Read<URL> => {
  if (E.isLeft(host) || E.isLeft(port)) return E.right(new URL('http://localhost'));
  return isLoopback(host.right)
    ? E.right(new URL(`http://localhost:${port.right}`))
    : E.left([
        `${settings.publicUrl.variable} (or ${flagName(settings.publicUrl.flag)}) is missing: the server listens at ${host.right}, for other machines too; it ${publicUrlAccepted}.`,
      ]);
};

/** A sample's passwords are printed: it is for the machine alone that it was started on. */
const sampleMistakes = (flags: Flags, host: Read<string>, publicUrl: Read<URL>): Mistakes => {
  if (flags.sample !== true) return [];
  const names = [
    ...(E.isRight(host) ? [host.right] : []),
    ...(E.isRight(publicUrl) ? [publicUrl.right.hostname] : []),
  ];
  const reachable = names.find((name) => !isLoopback(name));
  return reachable === undefined
    ? []
    : [
        `--sample: anybody can sign in to the sample, so it is served to this machine alone, and not at ${reachable}; leave ${settings.host.variable} and ${settings.publicUrl.variable} out.`,
      ];
};

const sessionMistakes = (idle: Read<number>, whole: Read<number>): Mistakes =>
  E.isRight(idle) && E.isRight(whole) && idle.right > whole.right
    ? [
        `${settings.sessionIdle.variable}: ${idle.right} hours without a visit are more than the ${whole.right} hours that a session lasts at all (${settings.session.variable}).`,
      ]
    : [];

const mistakesIn = (read: E.Either<Mistakes, unknown>): Mistakes =>
  E.isLeft(read) ? read.left : [];

/** The contents of a file that a variable names; `undefined` where it names none, or it cannot be read. */
const fileNamed = (environment: Environment, variable: string): string | undefined => {
  const path = filled(environment[variable]);
  if (path === undefined) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const readSmtp = (environment: Environment): Read<Configuration['smtp']> =>
  E.mapLeft((faults: ReadonlyArray<SettingFault>): Mistakes =>
    faults.map(({ variable, message }) => `${variable}: ${message}`),
  )(readSmtpSettings(environment, fileNamed(environment, 'TRACKRECORD_SMTP_PASSWORD_FILE')));

const keyVariable = 'TRACKRECORD_LINK_KEY_FILE';

const readLinkKey = (environment: Environment): Read<Configuration['linkKey']> => {
  const path = filled(environment[keyVariable]);
  if (path === undefined) return E.right(undefined);
  const key = fileNamed(environment, keyVariable)?.trim();
  if (key === undefined) return E.left([`${keyVariable}: the file "${path}" could not be read.`]);
  return Buffer.byteLength(key) >= shortestKey_bytes
    ? E.right(key)
    : E.left([
        `${keyVariable}: the file "${path}" holds a key of ${Buffer.byteLength(key)} bytes; accepted are at least ${shortestKey_bytes}.`,
      ]);
};

/**
 * How a server is to be set up, by flags and, where these say nothing, the environment. What is wrong is told all at
 * once: which variable or flag, what it says, and what is accepted; variables that mean nothing are told as well.
 */
export const readConfiguration = (
  environment: Environment,
  flags: Flags,
): E.Either<Mistakes, Configuration> => {
  const sayingOf = said(environment, flags);
  const read = <A>(setting: Setting & { usual: string }, parse: (saying: Said) => Read<A>) =>
    parse(sayingOf(setting) ?? { by: setting.variable, text: setting.usual });

  const host = read(settings.host, parseHost);
  const port = read(settings.port, numberFrom(0, 65_535, 'are whole numbers'));
  const url = sayingOf(settings.publicUrl);
  const publicUrl = url === undefined ? usualUrl(host, port) : parsePublicUrl(url);
  const trustedProxies = read(settings.trustedProxies, numberFrom(0, 10, 'are whole numbers'));
  const idle = read(settings.sessionIdle, hours);
  const whole = read(settings.session, hours);
  const maxLag = read(settings.maxLag, numberFrom(1, 86_400, 'are whole seconds'));
  const smtp = readSmtp(environment);
  const linkKey = readLinkKey(environment);
  const logLevel = read(settings.logLevel, parseLevel);

  const mistakes = [
    ...[
      host,
      port,
      publicUrl,
      trustedProxies,
      idle,
      whole,
      maxLag,
      smtp,
      linkKey,
      logLevel,
    ].flatMap(mistakesIn),
    ...sessionMistakes(idle, whole),
    ...sampleMistakes(flags, host, publicUrl),
    ...likelyTypos(environment),
  ];
  if (mistakes.length > 0) return E.left(mistakes);
  return pipe(
    E.Do,
    E.apS('host', host),
    E.apS('port', port),
    E.apS('publicUrl', publicUrl),
    E.apS('trustedProxies', trustedProxies),
    E.apS('idle_h', idle),
    E.apS('whole_h', whole),
    E.apS('maxLag_seconds', maxLag),
    E.apS('smtp', smtp),
    E.apS('linkKey', linkKey),
    E.apS('logLevel', logLevel),
    E.map(({ idle_h, whole_h, ...others }) => ({
      ...others,
      session: { idle_h, whole_h },
      sample: flags.sample === true,
    })),
  );
};
