import type { ComposeRule } from './compose-rules.ts';
import type { Compose, Service } from './compose-document.ts';

// What the parts of a compose file say of one another: a server that one of them does not know of would be found out
// only on the day that it is needed.

type Environment = NonNullable<Service['environment']>;

const said = (environment: Environment, name: string): string =>
  String(environment[name] ?? 'not said');

const environments = ({ document }: Compose): ReadonlyArray<readonly [string, Environment]> =>
  Object.entries(document.services).map(([name, { environment = {} }]) => [name, environment]);

const serversIn = (compose: Compose) =>
  environments(compose).filter(([, environment]) => 'KURRENTDB_CLUSTER_SIZE' in environment);

const saidOf = (compose: Compose, variable: string) =>
  environments(compose).flatMap(([service, environment]) =>
    variable in environment ? [{ service, value: said(environment, variable) }] : [],
  );

const unlike = (
  service: string,
  what: string,
  is: string,
  wanted: string,
): ReadonlyArray<string> =>
  is === wanted ? [] : [`${service}: ${what} is ${is}, wanted ${wanted}`];

const everyServerKnown: ComposeRule['violations'] = (compose) => {
  const servers = serversIn(compose);
  const names = servers.map(([name]) => name);
  const addresses = names.map((name) => `${name}:2113`).join(',');
  const ofServer = ([name, environment]: readonly [string, Environment]) => [
    ...unlike(name, 'the size', said(environment, 'KURRENTDB_CLUSTER_SIZE'), `${names.length}`),
    ...unlike(name, 'its own name', said(environment, 'KURRENTDB_NODE_HOST_ADVERTISE_AS'), name),
    ...unlike(
      name,
      'its name for servers',
      said(environment, 'KURRENTDB_REPLICATION_HOST_ADVERTISE_AS'),
      name,
    ),
    ...unlike(
      name,
      'whom it asks',
      said(environment, 'KURRENTDB_GOSSIP_SEED'),
      names
        .filter((other) => other !== name)
        .map((other) => `${other}:2113`)
        .join(','),
    ),
  ];
  return [
    ...servers.flatMap(ofServer),
    ...saidOf(compose, 'SERVERS').flatMap(({ service, value }) =>
      unlike(service, 'whom certificates are made for', value, names.join(' ')),
    ),
    ...saidOf(compose, 'TRACKRECORD_LOG').flatMap(({ service, value }) =>
      unlike(service, 'where the log is', value.replace(/\?.*$/, ''), `esdb://${addresses}`),
    ),
  ];
};

const serversAreQuorum: ComposeRule['violations'] = (compose) => {
  const count = serversIn(compose).length;
  return count >= 3 && count % 2 === 1
    ? []
    : [`${count} servers: three or more, and odd, bear the loss of one`];
};

const nodesAreTwo: ComposeRule['violations'] = ({ document }) => {
  const nodes = Object.values(document.services).filter(
    ({ volumes = [] }) => volumes.filter((volume) => volume.endsWith(':/data')).length === 1,
  );
  return nodes.length >= 2
    ? []
    : [`${nodes.length} nodes with a data directory: two bear the loss of one`];
};

export const clusterRules: ReadonlyArray<ComposeRule> = [
  { name: 'everybody knows every server', violations: everyServerKnown },
  { name: 'the servers bear the loss of one', violations: serversAreQuorum },
  { name: 'the nodes bear the loss of one', violations: nodesAreTwo },
];
