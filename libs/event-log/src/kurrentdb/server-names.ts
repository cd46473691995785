import { StreamName } from '@trackrecord/kernel';

/** The mark that events of ours carry as metadata, and the version of what it stands for. */
export const ourMark = { trackrecord: 1 } as const;

/** An event type as a server counts it takes two bytes a character: within `eventOverhead_bytes` with the mark. */
const maxTypeLength = 31;

/** What the names of a tenant's streams begin with. No tenant has a full stop in it: no prefix begins another. */
export const prefixOf = (tenant: string): string => `${tenant}.`;

/** A stream's whole name on the server. */
export const nameOnServer = (tenant: string, stream: StreamName): string =>
  `${prefixOf(tenant)}${stream}`;

/** The stream that a whole name stands for; `undefined` where it is no stream of this tenant. */
export const streamNamed = (tenant: string, name: string): StreamName | undefined => {
  const prefix = prefixOf(tenant);
  const stream = name.slice(prefix.length);
  return name.startsWith(prefix) && StreamName.is(stream) ? stream : undefined;
};

/** The name by which operators see an event: its own type, where its JSON states one. */
export const typeOnServer = (json: unknown): string => {
  const type = typeof json === 'object' && json !== null && 'type' in json ? json.type : undefined;
  return typeof type === 'string' && type !== '' && !type.startsWith('$')
    ? type.slice(0, maxTypeLength)
    : 'Event';
};

/** What is said of a name that no tenant can have. */
export const noTenant = (tenant: string): string =>
  `the tenant “${tenant}” is no name of small letters, digits and hyphens, up to 40, such as kent-board`;

/** A tenant's name: part of every stream's. */
export const isTenant = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,39}$/.test(text);
