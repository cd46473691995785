import type { Peer } from '../cluster-peer/index.ts';
import type { Stage } from './cluster-stage.ts';

type Trouble = Readonly<{ name: string; make: (stage: Stage, peer: Peer) => Promise<void> }>;

const someTime = ({ chance, time }: Stage): Promise<void> => time.delay(chance.below(4_000));

const trouble = (name: string, make: Trouble['make']): Trouble => ({ name, make });

/** What befalls servers and nodes as a whole. */
const troubles: readonly [Trouble, ...ReadonlyArray<Trouble>] = [
  trouble('connections drop', async (_, peer) => {
    peer.dropConnections();
  }),
  trouble('a server is killed and started again', async (stage, peer) => {
    await peer.kill();
    await someTime(stage);
    await peer.restart();
  }),
  trouble('a server is shut down and started again', async (stage, peer) => {
    await Promise.race([
      peer.shutDown(stage.chance.oneOf('Unknown', 'Cancelled')),
      someTime(stage),
    ]);
    await peer.kill();
    await someTime(stage);
    await peer.restart();
  }),
  trouble('a server hangs', async (stage, peer) => {
    peer.setDeaf(true);
    peer.dropConnections();
    await someTime(stage);
    peer.setDeaf(false);
  }),
  trouble('a server lags behind', async (stage, peer) => {
    if (peer === stage.servers.leader()) return;
    peer.holdReplication();
    await someTime(stage);
    peer.releaseReplication();
  }),
  trouble('there is no quorum for a while', async (stage, peer) => {
    stage.servers.elect(undefined);
    await someTime(stage);
    stage.servers.elect(peer);
  }),
  trouble('another leads', async ({ servers }, peer) => {
    servers.elect(peer);
  }),
  trouble('a node is started again', async ({ nodes, chance }) => {
    await nodes[chance.below(nodes.length)]?.restart();
  }),
  trouble(
    'something foreign is written to a stream of ours',
    async ({ servers, tenant, chance }) => {
      const stream = `${tenant}.${chance.oneOf('plan-a', 'plan-b', 'own-0')}`;
      servers.store.write(stream, { type: 'X', data: { words: 'I was here.' } });
    },
  ),
  trouble('an event of ours is written a second time', async ({ servers, tenant, chance }) => {
    const ours = servers.store.all().filter(({ stream }) => stream.startsWith(`${tenant}.`));
    const event = ours[chance.below(ours.length)];
    const stream = `${tenant}.${chance.oneOf('plan-a', 'plan-b', 'own-0')}`;
    // Where a writer stands at the end of the stream: nobody finds the id further back.
    const end = servers.store.lastRevision(stream);
    if (event !== undefined) servers.store.append(stream, end < 0n ? 'no_stream' : end, [event]);
  }),
  trouble('others write', async ({ servers, chance }) => {
    servers.store.writeStatistics();
    for (let count = chance.below(40); count > 0; count -= 1) {
      servers.store.write('others.plan-a', { type: 'X', data: { count } });
    }
  }),
];

/** Makes trouble, one after the other, until it is told to stop. */
export const makeTrouble = async (stage: Stage, stopping: AbortSignal): Promise<void> => {
  const { servers, chance, told } = stage;
  for (;;) {
    await someTime(stage);
    const peer = servers.peers[chance.below(servers.peers.length)];
    if (stopping.aborted || peer === undefined) return;
    const { name, make } = chance.oneOf(...troubles);
    told(name);
    await make(stage, peer);
  }
};
