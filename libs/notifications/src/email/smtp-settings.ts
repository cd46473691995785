import type { MailAddress } from './mail-address.ts';

/** How long to wait, in milliseconds. */
export type SmtpTimeouts = Readonly<{
  /** For a connection, and for the server's first words. */
  connect_ms: number;
  /** For each answer, the one to the whole message among them. */
  reply_ms: number;
  /** For all of it. */
  total_ms: number;
}>;

/** Of RFC 5321's ten minutes for the last answer two: who sends does not wait with the next message for so long. */
export const defaultTimeouts: SmtpTimeouts = {
  connect_ms: 30_000,
  reply_ms: 120_000,
  total_ms: 600_000,
};

/** Which SMTP server to send by, and how. */
export type SmtpSettings = Readonly<{
  /** `smtp://user@host:587`, or `smtps://…` for TLS from the start. A password in it counts where `password` is absent. */
  url: string;
  password?: string | undefined;
  from: MailAddress;
  replyTo?: MailAddress | undefined;
  timeouts?: SmtpTimeouts | undefined;
  /** Nothing is sent unless the connection is encrypted. Left out: unless the server is on this very machine. */
  requireTls?: boolean | undefined;
  /** Certificates (PEM) to trust instead of those that Node trusts. */
  ca?: string | undefined;
}>;

/** What a connection needs to know of the settings. */
export type SmtpServer = Readonly<{
  host: string;
  port: number;
  /** TLS from the start. */
  isSecure: boolean;
  requireTls: boolean;
  login: Readonly<{ user: string; password: string }> | undefined;
  /** For people, without user and password. */
  place: string;
}>;

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/u.test(host);

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The server that settings name; `undefined` where the address is none of an SMTP server. */
export const lookupSmtpServer = (
  settings: Pick<SmtpSettings, 'url' | 'password' | 'requireTls'>,
): SmtpServer | undefined => {
  const url = URL.parse(settings.url);
  if (url === null || !/^smtps?:$/u.test(url.protocol) || url.hostname === '') return undefined;
  if (!/^\/?$/u.test(url.pathname) || url.search !== '' || url.hash !== '') return undefined;
  const isSecure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[(.*)\]$/u, '$1');
  const port = url.port === '' ? (isSecure ? 465 : 587) : Number(url.port);
  return {
    host,
    port,
    isSecure,
    requireTls: settings.requireTls ?? !isLoopback(host),
    login:
      url.username === ''
        ? undefined
        : { user: decoded(url.username), password: settings.password ?? decoded(url.password) },
    place: `${url.hostname}:${port}`,
  };
};
