import { describe } from 'vitest';
import { appendContract } from './append-contract.ts';
import type { EventLogEngine } from './event-log-engine.ts';
import { followContract } from './follow-contract.ts';
import { modelContract } from './model-contract.ts';
import { readContract } from './read-contract.ts';

/** What every engine of the event log must do. An engine's spec calls this with its own way to open one. */
export const eventLogContract = (engine: EventLogEngine): void => {
  describe(`the event log contract, kept by ${engine.name}`, () => {
    appendContract(engine);
    readContract(engine);
    followContract(engine);
    modelContract(engine);
  });
};
