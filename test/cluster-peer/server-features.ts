import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type shared from '@eventstore/db-client/generated/shared_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { errors } from './errors.ts';
import type { Node } from './node.ts';
import { playCall } from './play-call.ts';

const streams = 'event_store.client.streams.streams';

/** In lower case, with what each can do beside. KurrentDB: Services/Transport/Grpc/ServerFeatures.cs */
const methods: ReadonlyArray<Readonly<{ service: string; method: string; can: string[] }>> = [
  { service: streams, method: 'read', can: ['position', 'events'] },
  { service: streams, method: 'append', can: [] },
  { service: streams, method: 'delete', can: [] },
  { service: streams, method: 'tombstone', can: [] },
  { service: streams, method: 'batchappend', can: ['deadline_duration'] },
  { service: 'event_store.client.gossip.gossip', method: 'read', can: [] },
  {
    service: 'event_store.client.server_features.serverfeatures',
    method: 'getsupportedmethods',
    can: [],
  },
];

const answer = (version: string): features.SupportedMethods =>
  new features.SupportedMethods()
    .setEventStoreServerVersion(version)
    .setMethodsList(
      methods.map(({ service, method, can }) =>
        new features.SupportedMethod()
          .setServiceName(service)
          .setMethodName(method)
          .setFeaturesList(can),
      ),
    );

/** What the server can do: the first thing that a client asks. */
export const getSupportedMethods =
  (node: Node): handleUnaryCall<shared.Empty, features.SupportedMethods> =>
  (call, callback) => {
    const asked = { kind: 'Features', stream: undefined, ids: [], batch: false } as const;
    playCall(
      node,
      { ...asked, peer: call.getPeer() },
      { notHandled: () => undefined, write: () => answer(node.serverVersion) },
      {
        outcome: (supported) => callback(null, supported),
        timedOut: () => callback(errors.timedOut('GetSupportedMethods')),
        notHandled: (why) => callback(errors.notHandled(why)),
        end: () => callback(errors.handlerThrew()),
        fail: (status) => callback(status),
      },
    );
  };
