import { isOneShot, mountsOf, type Compose, type Service } from './compose-document.ts';
import { isSecretName, when, type Violations } from './rule.ts';

/** One rule of a compose file: what breaks it, in words; nothing where it is kept. */
export type ComposeRule = Readonly<{
  name: string;
  violations: (compose: Compose) => Violations;
}>;

type ServiceRule = (service: Service, name: string, compose: Compose) => Violations;

const eachService =
  (rule: ServiceRule): ComposeRule['violations'] =>
  (compose) =>
    Object.entries(compose.document.services).flatMap(([name, service]) =>
      rule(service, name, compose).map((violation) => `${name}: ${violation}`),
    );

// A release to its last part, such as 26.0.3, v1.31.4 or 2.11.7-alpine; 2.11 alone moves.
const release =
  /^[^\s:@]+(?::\d+\/[^\s:@]+)?:v?\d+\.\d+\.\d+(?:-[\w.]+)*(?:@sha256:[0-9a-f]{64})?$/;

const pinned: ServiceRule = ({ image, build, pull_policy }) =>
  build === undefined
    ? when(
        image === undefined || !release.test(image),
        `${image ?? 'no image'} is no exact release`,
      )
    : when(pull_policy !== 'build', 'what is built here is never to be pulled: pull_policy: build');

const required = /^\$\{[A-Z0-9_]+:\?[^}]+\}$/;
const inAddress = /:\/\/[^/\s@]*:[^/\s@]*@/;
const inArgument = /(?:passw(?:or)?d|passphrase|secret|token|api[_-]?key)s?\s*[=:]\s*[^\s/]/i;

const unwritten: ComposeRule['violations'] = (compose) => [
  ...eachService(({ environment }) =>
    Object.entries(environment ?? {})
      .filter(([name, value]) => isSecretName(name) && !required.test(`${value}`))
      .map(([name]) => `${name} is to be \${…:?…}: from outside, and refused where it is empty`),
  )(compose),
  ...compose.texts
    .map((text) => text.replaceAll(/\$\{[^}]*\}/g, ''))
    .filter((text) => inAddress.test(text) || inArgument.test(text))
    .map((text) => `a secret in ${text}`),
  ...Object.entries(compose.document.secrets ?? {})
    .filter(([, { file }]) => !file.startsWith('./deploy/secrets/'))
    .map(([name]) => `${name} is no file under deploy/secrets, which Git ignores`),
];

const telling: ServiceRule = (service, name, { document }) => {
  const isAwaited = Object.values(document.services).some(
    ({ depends_on }) => depends_on?.[name]?.condition === 'service_completed_successfully',
  );
  if (isOneShot(service)) return when(!isAwaited, 'it ends, and nobody waits for that');
  const { test, disable } = service.healthcheck ?? {};
  return when(test === undefined || test.length === 0 || disable === true, 'no health check');
};

const hardened: ServiceRule = (service) => {
  const { user = 'root', network_mode } = service;
  const isRoot = /^(?:0|root)(?::|$)/.test(user);
  return [
    ...when(service.read_only !== true, 'its root file system can be written to'),
    ...when(!(service.cap_drop ?? []).includes('ALL'), 'it keeps capabilities'),
    ...when(
      !(service.security_opt ?? []).includes('no-new-privileges:true'),
      'it can gain privileges',
    ),
    ...when(isRoot && !(isOneShot(service) && network_mode === 'none'), 'it runs as root'),
  ];
};

const closed: ServiceRule = ({ ports = [] }) =>
  ports
    .filter((port) => !/^(?:127\.0\.0\.1|\$\{[A-Z_]+:-127\.0\.0\.1\}):/.test(port))
    .map((port) => `${port} is open to other machines without having been asked to`);

const missingIn = (names: ReadonlyArray<string>, known: Readonly<Record<string, unknown>> = {}) =>
  names.filter((name) => !Object.hasOwn(known, name));

const volumesOf = (service: Service) =>
  mountsOf(service)
    .filter(({ isFile }) => !isFile)
    .map(({ source }) => source);

const resolved: ServiceRule = (service, _name, { document }) => [
  ...missingIn(volumesOf(service), document.volumes).map((name) => `there is no volume ${name}`),
  ...missingIn(service.networks ?? [], document.networks).map(
    (name) => `there is no network ${name}`,
  ),
  ...missingIn(service.secrets ?? [], document.secrets).map((name) => `there is no secret ${name}`),
  ...missingIn(Object.keys(service.depends_on ?? {}), document.services).map(
    (name) => `there is no service ${name}`,
  ),
];

const used: ComposeRule['violations'] = ({ document }) => {
  const services = Object.values(document.services);
  const unused = (
    kind: string,
    known: Readonly<Record<string, unknown>> = {},
    names: ReadonlyArray<string>,
  ) =>
    Object.keys(known)
      .filter((name) => !names.includes(name))
      .map((name) => `nobody uses the ${kind} ${name}`);
  return [
    ...unused('volume', document.volumes, services.flatMap(volumesOf)),
    ...unused(
      'network',
      document.networks,
      services.flatMap(({ networks = [] }) => networks),
    ),
    ...unused(
      'secret',
      document.secrets,
      services.flatMap(({ secrets = [] }) => secrets),
    ),
  ];
};

const awaitable: ServiceRule = ({ depends_on = {} }, _name, { document }) =>
  Object.entries(depends_on).flatMap(([name, { condition }]) => {
    const other = document.services[name];
    if (!other) return [];
    const never =
      (condition === 'service_completed_successfully' && !isOneShot(other)) ||
      (condition === 'service_healthy' && other.healthcheck?.test === undefined);
    return when(never, `it waits for ${name} to be what it never becomes (${condition})`);
  });

const oneWriter: ComposeRule['violations'] = ({ document }) => {
  const writers = (volume: string) =>
    Object.entries(document.services).flatMap(([name, service]) =>
      mountsOf(service).some(({ source, isReadOnly }) => source === volume && !isReadOnly)
        ? [name]
        : [],
    );
  return Object.keys(document.volumes ?? {})
    .filter((volume) => writers(volume).length !== 1)
    .map((volume) => `${volume} is written to by ${writers(volume).join(' and ') || 'nobody'}`);
};

const readOnlyFiles: ServiceRule = (service) =>
  mountsOf(service)
    .filter(({ isFile, isReadOnly }) => isFile && !isReadOnly)
    .map(({ source }) => `it can change ${source} of this machine`);

export const composeRules: ReadonlyArray<ComposeRule> = [
  { name: 'every image is pinned to a release', violations: eachService(pinned) },
  { name: 'no secret is written down', violations: unwritten },
  { name: 'every service says how it is, or ends', violations: eachService(telling) },
  { name: 'every container is hardened', violations: eachService(hardened) },
  { name: 'nothing is open to other machines', violations: eachService(closed) },
  { name: 'what is named is there', violations: eachService(resolved) },
  { name: 'what is there is used', violations: used },
  { name: 'what is waited for can come', violations: eachService(awaitable) },
  { name: 'a volume has one writer', violations: oneWriter },
  { name: 'files of the machine are read-only', violations: eachService(readOnlyFiles) },
];
