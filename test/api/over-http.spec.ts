import { afterAll, beforeAll, describe } from 'vitest';
import { managedApi, type ManagedApi } from './kit/managed-api.ts';
import { changingSuite } from './suites/changing.ts';
import { columnsSuite } from './suites/columns.ts';
import { descriptionSuite } from './suites/description.ts';
import { examplesSuite } from './suites/examples.ts';
import { feedSuite } from './suites/feed.ts';
import { owningSuite } from './suites/owning.ts';

// One server for all of them: it takes longer to begin than to answer.
const at: { api?: ManagedApi } = {};

const api = (): ManagedApi => {
  if (at.api === undefined) throw new Error('not served yet');
  return at.api;
};

beforeAll(async () => {
  at.api = await managedApi();
});

afterAll(() => at.api?.close());

describe('docs/api.md', () => {
  examplesSuite(api);
});

describe('changes over HTTP', () => {
  changingSuite(api);
});

describe('what columns mean, over HTTP', () => {
  columnsSuite(api);
});

describe('a role on one plan', () => {
  owningSuite(api);
});

describe('the live feed', () => {
  feedSuite(api);
});

describe('the description of the API', () => {
  descriptionSuite(api);
});
