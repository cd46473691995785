import * as TE from 'fp-ts/lib/TaskEither.js';
import { howFarIs } from '../../http/how-far.ts';
import { HowFarCodec } from '../answers/how-far-codec.ts';
import type { Endpoint } from '../endpoint.ts';
import { noParams } from '../params.ts';
import { question } from '../question.ts';

/** How far a document has come that is being sent or read. */
export const progressQuestion: Endpoint = question({
  operationId: 'getProgress',
  path: '/progress/{word}',
  summary: 'Get how far a document has come',
  description:
    'While an import is sent and read by this node: what is being done, and how much of that is done, from 0 to 1. Empty where nothing is known of it: it has not arrived, or another node reads it.',
  tag: 'Documents',
  may: 'signed in',
  query: noParams,
  answers: HowFarCodec,
  ask: ({ exchange: { params } }) =>
    TE.right({
      answer: howFarIs(params['word']) ?? {},
      headers: { 'cache-control': 'no-store' },
    }),
});
