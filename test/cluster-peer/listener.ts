import { once } from 'node:events';
import { createServer, type Server as NetServer } from 'node:net';
import { ServerCredentials, type Server } from '@grpc/grpc-js';
import type { Connections } from './connections.ts';

/** A server certificate and its key, in PEM. */
export type Tls = Readonly<{
  certificate: string;
  key: string;
  /** Where clients find who vouches for it: named in the connection string. */
  caFile?: string;
}>;

/** A server on a port. */
export type Listener = Readonly<{
  port: number;
  /** Takes no more connections and cuts those that are open. */
  kill: () => Promise<void>;
  /** Takes no more calls, waits for those that are under way, and closes. */
  close: () => Promise<void>;
}>;

export type ListenOptions = Readonly<{
  tls: Tls | undefined;
  /** 0 for any that is free. */
  port: number;
  /** Whether a new connection is accepted and never spoken to. */
  isDeaf: () => boolean;
}>;

const credentialsOf = (tls: Tls | undefined): ServerCredentials =>
  tls
    ? ServerCredentials.createSsl(null, [
        { cert_chain: Buffer.from(tls.certificate), private_key: Buffer.from(tls.key) },
      ])
    : ServerCredentials.createInsecure();

const portOf = (net: NetServer): number => {
  const address = net.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
};

/** Puts a gRPC server on a port. The connections are taken here, and not by gRPC, so that they can be cut. */
export const listen = async (
  grpc: Server,
  options: ListenOptions,
  connections: Connections,
): Promise<Listener> => {
  const injector = grpc.createConnectionInjector(credentialsOf(options.tls));
  const net = createServer({ noDelay: true }, (socket) => {
    const isDeaf = options.isDeaf();
    connections.add(socket, isDeaf);
    if (!isDeaf) injector.injectConnection(socket);
  });
  net.listen(options.port, '127.0.0.1');
  await once(net, 'listening');
  return {
    port: portOf(net),
    kill: async () => {
      const closed = once(net, 'close');
      net.close();
      connections.dropAll();
      grpc.forceShutdown();
      await Promise.all([closed, connections.gone()]);
    },
    close: async () => {
      // It closes once the last connection has: each does when the last call on it has ended.
      const closed = once(net, 'close');
      net.close();
      connections.dropDeaf();
      grpc.tryShutdown(() => undefined);
      await Promise.all([closed, connections.gone()]);
    },
  };
};
