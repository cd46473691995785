import gossips from '@eventstore/db-client/generated/gossip_pb.js';
import type shared from '@eventstore/db-client/generated/shared_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { errors } from './errors.ts';
import { type Member, type NodeState, stateOf } from './membership.ts';
import type { Node } from './node.ts';
import { playCall } from './play-call.ts';
import { uuidOf } from './uuid.ts';

const { VNodeState } = gossips.MemberInfo;

const states: Readonly<Record<NodeState, gossips.MemberInfo.VNodeState>> = {
  Leader: VNodeState.LEADER,
  Follower: VNodeState.FOLLOWER,
  Unknown: VNodeState.UNKNOWN,
  Shutdown: VNodeState.SHUTDOWN,
};

const about = (node: Node, member: Member): gossips.MemberInfo =>
  new gossips.MemberInfo()
    .setInstanceId(uuidOf(member.instanceId, 'structured'))
    .setTimeStamp('0')
    .setState(states[stateOf(node.membership, member)])
    .setIsAlive(member.alive)
    .setHttpEndPoint(
      new gossips.EndPoint().setAddress(member.endpoint.address).setPort(member.endpoint.port),
    );

/** Who is in the cluster, as any node says without asking who wants to know. Transport/Grpc/Gossip.Read.cs */
export const readGossip =
  (node: Node): handleUnaryCall<shared.Empty, gossips.ClusterInfo> =>
  (call, callback) => {
    const asked = { kind: 'Gossip', stream: undefined, ids: [], batch: false } as const;
    playCall(
      node,
      { ...asked, peer: call.getPeer() },
      {
        notHandled: () => undefined,
        write: () =>
          new gossips.ClusterInfo().setMembersList(
            node.membership.members.map((member) => about(node, member)),
          ),
      },
      {
        outcome: (info) => callback(null, info),
        timedOut: () => callback(errors.timedOut('Gossip')),
        notHandled: (why) => callback(errors.notHandled(why)),
        end: () => callback(errors.handlerThrew()),
        fail: (status) => callback(status),
      },
    );
  };
