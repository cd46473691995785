/** A change of the made-up compose file below: which words become which, and the rule that it breaks. */
export type Specimen = Readonly<{ from: string; to: string; breaks: string | undefined }>;

/** A small cluster that keeps every rule, written by hand from the rules. */
export const madeUp = `
services:
  certificates:
    image: example/certificates:1.0.2
    user: '0:0'
    read_only: true
    cap_drop: [ALL]
    security_opt: ['no-new-privileges:true']
    restart: 'no'
    network_mode: none
    environment: { SERVERS: a b c }
    volumes: [./make.sh:/make.sh:ro, trust:/trust]

  a: &server
    image: registry.example:5000/database:26.0.3
    user: '1001:1001'
    read_only: true
    cap_drop: [ALL]
    security_opt: ['no-new-privileges:true']
    restart: always
    networks: [log]
    depends_on: { certificates: { condition: service_completed_successfully } }
    environment: &settings
      KURRENTDB_CLUSTER_SIZE: '3'
      KURRENTDB_NODE_HOST_ADVERTISE_AS: a
      KURRENTDB_REPLICATION_HOST_ADVERTISE_AS: a
      KURRENTDB_GOSSIP_SEED: b:2113,c:2113
      KURRENTDB_DEFAULT_ADMIN_PASSWORD: \${ADMIN_PASSWORD:?is to be in .env}
      KURRENTDB_CERTIFICATE_PRIVATE_KEY_FILE: /certs/node.key
    volumes: [trust:/trust:ro, a-data:/var/lib/database]
    healthcheck: { test: curl https://localhost:2113/health/live }

  b:
    <<: *server
    environment:
      <<: *settings
      KURRENTDB_NODE_HOST_ADVERTISE_AS: b
      KURRENTDB_REPLICATION_HOST_ADVERTISE_AS: b
      KURRENTDB_GOSSIP_SEED: a:2113,c:2113
    volumes: [trust:/trust:ro, b-data:/var/lib/database]

  c:
    <<: *server
    environment:
      <<: *settings
      KURRENTDB_NODE_HOST_ADVERTISE_AS: c
      KURRENTDB_REPLICATION_HOST_ADVERTISE_AS: c
      KURRENTDB_GOSSIP_SEED: a:2113,b:2113
    volumes: [trust:/trust:ro, c-data:/var/lib/database]

  node-1: &node
    build: .
    pull_policy: build
    user: '1000:1000'
    read_only: true
    cap_drop: [ALL]
    security_opt: ['no-new-privileges:true']
    restart: unless-stopped
    networks: [log]
    environment:
      TRACKRECORD_LOG: esdb://a:2113,b:2113,c:2113?tlsCAFile=/trust/ca.crt
      TRACKRECORD_LOG_PASSWORD_FILE: /run/secrets/log-password
    secrets: [log-password]
    volumes: [trust:/trust:ro, node-1-data:/data]
    ports: ['127.0.0.1:3000:3000']
    depends_on: { a: { condition: service_healthy } }
    healthcheck: { test: [CMD, node, check.mjs] }

  node-2:
    <<: *node
    volumes: [trust:/trust:ro, node-2-data:/data]
    ports: ['\${ADDRESS:-127.0.0.1}:3001:3000']

networks: { log: {} }
volumes: { trust: {}, a-data: {}, b-data: {}, c-data: {}, node-1-data: {}, node-2-data: {} }
secrets: { log-password: { file: ./deploy/secrets/log-password } }
`;

const breaking = (from: string, to: string, breaks: string): Specimen => ({ from, to, breaks });
const allowed = (from: string, to: string): Specimen => ({ from, to, breaks: undefined });

const pinned = 'every image is pinned to a release';
const unwritten = 'no secret is written down';
const telling = 'every service says how it is, or ends';
const hardened = 'every container is hardened';
const closed = 'nothing is open to other machines';
const named = 'what is named is there';
const used = 'what is there is used';
const awaitable = 'what is waited for can come';
const oneWriter = 'a volume has one writer';
const readOnlyFiles = 'files of the machine are read-only';
const known = 'everybody knows every server';

/** Deliberate violations: at least one for each rule, and beside them what is near but allowed. */
export const specimens: ReadonlyArray<Specimen> = [
  breaking('database:26.0.3', 'database:latest', pinned),
  breaking('database:26.0.3', 'database', pinned),
  breaking('database:26.0.3', 'database:26.0', pinned),
  breaking('database:26.0.3', 'database:lts', pinned),
  breaking('database:26.0.3', 'database:${VERSION:-26.0.3}', pinned),
  breaking('    pull_policy: build\n', '', pinned),
  allowed('database:26.0.3', 'database:v26.0.3-bookworm-slim'),
  allowed('database:26.0.3', `database:26.0.3@sha256:${'0123456789abcdef'.repeat(4)}`),

  breaking('${ADMIN_PASSWORD:?is to be in .env}', 'changeit', unwritten),
  breaking('${ADMIN_PASSWORD:?is to be in .env}', '${ADMIN_PASSWORD:-changeit}', unwritten),
  breaking('${ADMIN_PASSWORD:?is to be in .env}', '${ADMIN_PASSWORD}', unwritten),
  breaking('${ADMIN_PASSWORD:?is to be in .env}', '12345', unwritten),
  breaking('esdb://a:2113', 'esdb://admin:changeit@a:2113', unwritten),
  breaking('[CMD, node, check.mjs]', "[CMD, node, '--password=changeit']", unwritten),
  breaking('[CMD, node, check.mjs]', '"node check.mjs --token: abc"', unwritten),
  breaking('./deploy/secrets/log-password', './log-password', unwritten),
  allowed('[CMD, node, check.mjs]', "[CMD, node, '--password=${PASSWORD:?is to be in .env}']"),

  breaking('    healthcheck: { test: curl https://localhost:2113/health/live }\n', '', telling),
  breaking('{ test: [CMD, node, check.mjs] }', '{ disable: true }', telling),
  breaking('{ test: [CMD, node, check.mjs] }', '{ interval: 5s }', telling),
  breaking('    restart: unless-stopped\n', "    restart: 'no'\n", telling),

  breaking("    user: '1000:1000'\n    read_only: true\n", "    user: '1000:1000'\n", hardened),
  breaking("    user: '1000:1000'\n", '', hardened),
  breaking("user: '1000:1000'", "user: '0:1000'", hardened),
  breaking("user: '1000:1000'", 'user: root', hardened),
  breaking(
    "user: '1001:1001'\n    read_only: true\n    cap_drop: [ALL]\n",
    "user: '1001:1001'\n    read_only: true\n",
    hardened,
  ),
  breaking(
    "cap_drop: [ALL]\n    security_opt: ['no-new-privileges:true']\n    restart: always",
    'cap_drop: [ALL]\n    restart: always',
    hardened,
  ),
  breaking('    network_mode: none\n', '', hardened),

  breaking("'127.0.0.1:3000:3000'", "'3000:3000'", closed),
  breaking("'127.0.0.1:3000:3000'", "'0.0.0.0:3000:3000'", closed),
  breaking('${ADDRESS:-127.0.0.1}', '${ADDRESS:-0.0.0.0}', closed),

  breaking('networks: { log: {} }', 'networks: { web: {} }', named),
  breaking(' a-data: {},', '', named),
  breaking('secrets: { log-password:', 'secrets: { another-password:', named),
  breaking('{ a: { condition: service_healthy } }', '{ d: { condition: service_healthy } }', named),

  breaking('networks: { log: {} }', 'networks: { log: {}, web: {} }', used),
  breaking('trust: {},', 'trust: {}, d-data: {},', used),
  breaking('secrets: { log', 'secrets: { other: { file: ./deploy/secrets/other }, log', used),

  breaking(
    '{ a: { condition: service_healthy } }',
    '{ a: { condition: service_completed_successfully } }',
    awaitable,
  ),
  breaking(
    '{ a: { condition: service_healthy } }',
    '{ certificates: { condition: service_healthy } }',
    awaitable,
  ),

  breaking('[trust:/trust:ro, node-1-data:/data]', '[trust:/trust, node-1-data:/data]', oneWriter),
  breaking('node-2-data:/data', 'node-1-data:/data', oneWriter),
  breaking('trust:/trust]', 'trust:/trust:ro]', oneWriter),

  breaking('./make.sh:/make.sh:ro', './make.sh:/make.sh', readOnlyFiles),

  breaking("CLUSTER_SIZE: '3'", "CLUSTER_SIZE: '5'", known),
  breaking('NODE_HOST_ADVERTISE_AS: b', 'NODE_HOST_ADVERTISE_AS: a', known),
  breaking('REPLICATION_HOST_ADVERTISE_AS: c', 'REPLICATION_HOST_ADVERTISE_AS: b', known),
  breaking('GOSSIP_SEED: a:2113,b:2113', 'GOSSIP_SEED: a:2113', known),
  breaking('SERVERS: a b c', 'SERVERS: a b', known),
  breaking('esdb://a:2113,b:2113,c:2113', 'esdb://a:2113,b:2113', known),
  breaking('esdb://a:2113', 'esdb+discover://a:2113', known),

  breaking(
    '<<: *settings\n      KURRENTDB_NODE_HOST_ADVERTISE_AS: c',
    'KURRENTDB_NODE_HOST_ADVERTISE_AS: c',
    'the servers bear the loss of one',
  ),
  breaking('node-2-data:/data', 'node-2-data:/elsewhere', 'the nodes bear the loss of one'),
];
