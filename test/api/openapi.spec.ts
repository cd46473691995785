import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core';
import spectralParsers from '@stoplight/spectral-parsers';
import spectralRulesets from '@stoplight/spectral-rulesets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedApi, serveApi } from './kit/served-api.ts';

const { Document, Spectral } = spectralCore;
const { Json } = spectralParsers;
const { oas } = spectralRulesets;

/** The rules and those who run them come in packages of their own, whose types do not meet. */
const areRules = (rules: unknown): rules is RulesetDefinition =>
  typeof rules === 'object' && rules !== null && 'rules' in rules;

describe('the description of the API', () => {
  const at: { api?: ServedApi; text: string } = { text: '' };

  beforeAll(async () => {
    at.api = await serveApi();
    at.text = (await at.api.ask('GET', '/api/v1/openapi.json')).text;
  });

  afterAll(() => at.api?.close());

  it('given the linter that everybody takes, then it finds nothing, no warnings either', async () => {
    const spectral = new Spectral();
    const rules: unknown = oas;
    if (!areRules(rules)) throw new Error('these are no rules');
    spectral.setRuleset({ extends: [[rules, 'recommended']] });
    const found = await spectral.run(new Document(at.text, Json, 'openapi.json'));
    expect(found.map(({ code, message, path }) => `${code} ${path.join('.')}: ${message}`)).toEqual(
      [],
    );
  });
});
