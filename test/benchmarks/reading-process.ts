import { describeReadRefusal, readSafely } from '@trackrecord/documents';
import * as E from 'fp-ts/lib/Either.js';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { elapsed_ms } from './harness.ts';

/** What a process of its own tells of reading one file: the most memory that it took is all of its threads'. */
export type ReadAlone = Readonly<{ time_ms: number; memory_MiB: number; answer: string }>;

const [file = ''] = process.argv.slice(2);
const told = { answer: '' };
const time_ms = await elapsed_ms(async () => {
  const read = await readSafely({
    name: basename(file),
    bytes: readFileSync(file),
    corrections: [],
  });
  told.answer = E.isLeft(read)
    ? describeReadRefusal(read.left)
    : `${read.right.document.blocks.length} blocks, ${read.right.proposal.actions.length} actions`;
});
// Linux and Node tell kibibytes.
const memory_MiB = process.resourceUsage().maxRSS / 1024;
const alone: ReadAlone = { time_ms, memory_MiB, answer: told.answer };
process.send?.(alone);
