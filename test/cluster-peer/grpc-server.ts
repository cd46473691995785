import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import gossips from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server } from '@grpc/grpc-js';
import { append } from './append.ts';
import { batchAppend } from './batch-append.ts';
import { deleteStream, tombstoneStream } from './delete-stream.ts';
import { readGossip } from './gossip.ts';
import type { Node } from './node.ts';
import { read } from './read.ts';
import { getSupportedMethods } from './server-features.ts';

const { StreamsService } = streams;

/** Answers to reads are bytes already, so that an event is put into bytes once. */
const streamsService = {
  ...StreamsService,
  read: { ...StreamsService.read, responseSerialize: (bytes: Buffer) => bytes },
};

/** The services of a node, on no port yet. */
export const createGrpcServer = (node: Node): Server => {
  const server = new Server({
    'grpc.enable_channelz': 0,
    'grpc.max_receive_message_length': 17 * 1024 * 1024,
  });
  server.addService(streamsService, {
    read: read(node),
    append: append(node),
    batchAppend: batchAppend(node),
    delete: deleteStream(node),
    tombstone: tombstoneStream(node),
  });
  server.addService(gossips.GossipService, { read: readGossip(node) });
  server.addService(features.ServerFeaturesService, {
    getSupportedMethods: getSupportedMethods(node),
  });
  return server;
};
