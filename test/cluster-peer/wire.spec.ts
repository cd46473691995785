import services from '@eventstore/db-client/generated/streams_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { credentials } from '@grpc/grpc-js';
import { describe, expect, it } from 'vitest';
import { type Peer, startPeer } from './index.ts';
import { streamIdentifier } from './read-answers.ts';
import { collect } from './with-peer.ts';

const stream = 't.plan';
const { Options } = streams.ReadReq;

/** Runs a test with the bare service: what the client does not let one ask for. */
const withService =
  (test: (service: services.StreamsClient, peer: Peer) => Promise<void>) =>
  async (): Promise<void> => {
    const peer = await startPeer();
    const { address, port } = peer.endpoint;
    const service = new services.StreamsClient(`${address}:${port}`, credentials.createInsecure());
    try {
      await test(service, peer);
    } finally {
      service.close();
      await peer.stop();
    }
  };

const reading = (): streams.ReadReq.Options =>
  new Options()
    .setCount('9')
    .setUuidOption(new Options.UUIDOption().setStructured(new shared.Empty()));

const ofStream = (): streams.ReadReq.Options.StreamOptions =>
  new Options.StreamOptions()
    .setStreamIdentifier(streamIdentifier(stream))
    .setStart(new shared.Empty());

const read = (
  service: services.StreamsClient,
  options: streams.ReadReq.Options,
): Promise<ReadonlyArray<streams.ReadResp>> => {
  const answers: AsyncIterable<streams.ReadResp> = service.read(
    new streams.ReadReq().setOptions(options),
  );
  return collect(answers);
};

describe('reading without the client', () => {
  it(
    'given an id is asked for in two numbers, when a stream is read, then it comes in two, signed',
    withService(async (service, { store }) => {
      store.write(stream, { type: 'a', id: '00010203-0405-4607-8809-0a0b0c0d0eff' });
      const [answer] = await read(service, reading().setStream(ofStream()));
      expect(answer?.getEvent()?.getEvent()?.getId()?.getStructured()?.toObject()).toEqual({
        mostSignificantBits: String(0x0001_0203_0405_4607n),
        leastSignificantBits: String(BigInt.asIntN(64, 0x8809_0a0b_0c0d_0effn)),
      });
    }),
  );

  it(
    'given the later form of answers is asked for, when a stream is read, then its last revision is told at the end',
    withService(async (service, { store }) => {
      store.write(stream, { type: 'a' }, { type: 'b' });
      const later = new Options.ControlOption().setCompatibility(1);
      const answers = await read(
        service,
        reading().setCount('1').setStream(ofStream()).setControlOption(later),
      );
      expect(answers.map((answer) => answer.hasEvent())).toEqual([true, false]);
      expect(answers.at(-1)?.getLastStreamPosition()).toBe('1');
    }),
  );

  it(
    'given a filter, when $all is read with it, then only what matches comes',
    withService(async (service, { store }) => {
      store.write('t.a', { type: 'a' });
      store.write('u.b', { type: 'b' });
      const prefix = new Options.FilterOptions.Expression().setPrefixList(['u.']);
      const filter = new Options.FilterOptions().setStreamIdentifier(prefix).setMax(32);
      const all = new Options.AllOptions().setStart(new shared.Empty());
      const answers = await read(service, reading().setAll(all).setFilter(filter));
      const types = answers.map((answer) =>
        answer.getEvent()?.getEvent()?.getMetadataMap().get('type'),
      );
      expect(types).toEqual(['b']);
    }),
  );

  it("given the server's clock, when an event is read, then it was created then, in ticks of 100 ns", async () => {
    const peer = await startPeer({ now: () => 1_700_000_000_000.5 });
    peer.store.write(stream, { type: 'a' });
    expect(peer.store.stream(stream)[0]?.created).toBe(17_000_000_000_005_000n);
    await peer.stop();
  });
});

describe('appending without the client', () => {
  it(
    'given nothing to append, when it is appended to no stream, then that succeeds and there is none still',
    withService(async (service, { store }) => {
      const answered = Promise.withResolvers<streams.AppendResp>();
      const call = service.append((error, answer) => {
        if (error) answered.reject(error);
        else answered.resolve(answer);
      });
      call.write(
        new streams.AppendReq().setOptions(
          new streams.AppendReq.Options()
            .setStreamIdentifier(streamIdentifier(stream))
            .setNoStream(new shared.Empty()),
        ),
      );
      call.end();
      const success = (await answered.promise).getSuccess();
      expect(success?.hasNoStream()).toBe(true);
      // A record without an event stands there.
      expect(success?.hasPosition()).toBe(true);
      expect(store.stream(stream)).toEqual([]);
    }),
  );
});
