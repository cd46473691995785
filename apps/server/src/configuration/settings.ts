/** A setting: its variable of the environment, its flag where it has one, and what it is where neither says. */
export type Setting = Readonly<{ variable: string; flag: Flag; usual?: string }>;

/** Names of flags as commander gives them: `publicUrl` of `--public-url`. */
export type Flag =
  | 'host'
  | 'port'
  | 'publicUrl'
  | 'trustedProxies'
  | 'sessionIdleHours'
  | 'sessionHours'
  | 'maxLagSeconds'
  | 'logLevel';

export type Flags = Readonly<Partial<Record<Flag, string>>> & Readonly<{ sample?: boolean }>;

/** Every setting of a server. A session lasts a working day, and a meeting without a visit. */
export const settings = {
  host: { variable: 'TRACKRECORD_HOST', flag: 'host', usual: '127.0.0.1' },
  port: { variable: 'TRACKRECORD_PORT', flag: 'port', usual: '3000' },
  publicUrl: { variable: 'TRACKRECORD_PUBLIC_URL', flag: 'publicUrl' },
  trustedProxies: { variable: 'TRACKRECORD_TRUSTED_PROXIES', flag: 'trustedProxies', usual: '0' },
  sessionIdle: {
    variable: 'TRACKRECORD_SESSION_IDLE_HOURS',
    flag: 'sessionIdleHours',
    usual: '2',
  },
  session: { variable: 'TRACKRECORD_SESSION_HOURS', flag: 'sessionHours', usual: '12' },
  maxLag: { variable: 'TRACKRECORD_MAX_LAG_SECONDS', flag: 'maxLagSeconds', usual: '60' },
  logLevel: { variable: 'TRACKRECORD_LOG_LEVEL', flag: 'logLevel', usual: 'info' },
} as const satisfies Readonly<Record<string, Setting>>;

/** Variables that are not the server's own: those of every command, of docker-compose.yml, and of our tests. */
const others: ReadonlyArray<string> = [
  'TRACKRECORD_BY',
  'TRACKRECORD_DATA',
  'TRACKRECORD_LOG',
  'TRACKRECORD_LOG_PASSWORD_FILE',
  'TRACKRECORD_LOG_USER',
  'TRACKRECORD_TENANT',
  'TRACKRECORD_ADDRESS',
  'TRACKRECORD_LINK_KEY_FILE',
  'TRACKRECORD_MAIL_FROM',
  'TRACKRECORD_MAIL_REPLY_TO',
  'TRACKRECORD_SMTP_PASSWORD_FILE',
  'TRACKRECORD_SMTP_TLS',
  'TRACKRECORD_SMTP_URL',
  'TRACKRECORD_MEMORY',
  'TRACKRECORD_OPERATORS_PORT',
  'TRACKRECORD_FAULT_SCHEDULES',
  'TRACKRECORD_FAULT_SEED',
  'TRACKRECORD_REMINDER_YEARS',
  'TRACKRECORD_TEST_ESDB',
  'TRACKRECORD_TWO_NODES_COMMANDS',
];

export const knownVariables: ReadonlyArray<string> = [
  ...Object.values(settings).map(({ variable }) => variable),
  ...others,
];
