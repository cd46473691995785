import type { SmtpSettings } from '@trackrecord/notifications';

/** How a server was set up. */
export type Configuration = Readonly<{
  host: string;
  port: number;
  /** Where people reach it: what links and cookies go by. `http://localhost:3000` where nothing else was said. */
  publicUrl: URL;
  /** How many proxies stand before it, whose word about addresses is taken. */
  trustedProxies: number;
  /** Asked of the browser for a session: so many hours without a visit end it, and so many in all. */
  session: Readonly<{ idle_h: number; whole_h: number }>;
  /** Sample accounts are there, and the sign-in page says so. */
  sample: boolean;
  maxLag_seconds: number;
  /** By which server messages leave; where there is none they go into the outbox directory. */
  smtp: SmtpSettings | undefined;
  /** What links in messages are signed with, where several nodes answer them; else each makes its own. */
  linkKey: string | undefined;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}>;
