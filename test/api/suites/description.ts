import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core';
import spectralParsers from '@stoplight/spectral-parsers';
import spectralRulesets from '@stoplight/spectral-rulesets';
import { expect, it } from 'vitest';
import type { ManagedApi } from '../kit/managed-api.ts';

const { Document, Spectral } = spectralCore;
const { Json } = spectralParsers;
const { oas } = spectralRulesets;

/** The rules and those who run them come in packages of their own, whose types do not meet. */
const areRules = (rules: unknown): rules is RulesetDefinition =>
  typeof rules === 'object' && rules !== null && 'rules' in rules;

/** What the API says of itself. */
export const descriptionSuite = (api: () => ManagedApi): void => {
  it('given the linter that everybody takes, then it finds nothing, no warnings either', async () => {
    const { text } = await api().ask('GET', '/api/v1/openapi.json');
    const spectral = new Spectral();
    const rules: unknown = oas;
    if (!areRules(rules)) throw new Error('these are no rules');
    spectral.setRuleset({ extends: [[rules, 'recommended']] });
    const found = await spectral.run(new Document(text, Json, 'openapi.json'));
    expect(found.map(({ code, message, path }) => `${code} ${path.join('.')}: ${message}`)).toEqual(
      [],
    );
    // It goes through the whole description many times.
  }, 120_000);
};
