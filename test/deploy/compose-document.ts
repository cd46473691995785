import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { PathReporter } from 'io-ts/lib/PathReporter.js';
import { parse } from 'yaml';

const Scalar = t.union([t.string, t.number, t.boolean]);
const strings = t.readonlyArray(t.string);

const Service = t.exact(
  t.partial({
    image: t.string,
    build: t.unknown,
    pull_policy: t.string,
    user: t.string,
    read_only: t.boolean,
    cap_add: strings,
    cap_drop: strings,
    security_opt: strings,
    restart: t.string,
    network_mode: t.string,
    networks: strings,
    ports: strings,
    volumes: strings,
    secrets: strings,
    environment: t.record(t.string, Scalar),
    depends_on: t.record(t.string, t.type({ condition: t.string })),
    healthcheck: t.partial({ test: t.union([t.string, strings]), disable: t.boolean }),
  }),
);
export type Service = t.TypeOf<typeof Service>;

const Document = t.intersection([
  t.type({ services: t.record(t.string, Service) }),
  t.partial({
    networks: t.record(t.string, t.unknown),
    volumes: t.record(t.string, t.unknown),
    secrets: t.record(t.string, t.type({ file: t.string })),
  }),
]);
export type ComposeDocument = t.TypeOf<typeof Document>;

/** A compose file as read: its parts, and every text in it, wherever it stands. */
export type Compose = Readonly<{ document: ComposeDocument; texts: ReadonlyArray<string> }>;

const textsIn = (value: unknown): ReadonlyArray<string> => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/**
 * Reads a compose file, merge keys (`<<`) included. It takes the short forms of volumes, ports and secrets only: what
 * it cannot read it refuses, so that no rule passes over it.
 */
export const readCompose = (text: string): Compose => {
  const value: unknown = parse(text, { merge: true });
  const document = Document.decode(value);
  if (E.isLeft(document)) throw new Error(PathReporter.report(document).join('\n'));
  return { document: document.right, texts: textsIn(value) };
};

/** A volume as a service names it: `trust:/certs/ca:ro`. */
export type Mount = Readonly<{ source: string; isFile: boolean; isReadOnly: boolean }>;

export const mountsOf = (service: Service): ReadonlyArray<Mount> =>
  (service.volumes ?? []).map((text) => {
    const [source = '', , mode = 'rw'] = text.split(':');
    return { source, isFile: /^[./~]/.test(source), isReadOnly: mode.split(',').includes('ro') };
  });

/** Does it end by itself, once its work is done? */
export const isOneShot = ({ restart }: Service): boolean => restart === 'no';
