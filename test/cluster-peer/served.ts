import { onTestFinished } from 'vitest';
import { type Peer, type PeerOptions, startPeer } from './start-peer.ts';

/** A peer that is gone when the test has finished. */
export const served = async (options: PeerOptions = {}): Promise<Peer> => {
  const peer = await startPeer(options);
  onTestFinished(() => peer.stop());
  return peer;
};
