import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { govukFolder } from './template-environment.ts';

const inlineScript = (): string => {
  const template = readFileSync(join(govukFolder, 'govuk/template.njk'), 'utf8');
  const [, script] = /<script[^>]*>([^<]+)<\/script>/u.exec(template) ?? [];
  if (script === undefined) throw new Error('The GOV.UK template has no inline script any more.');
  return script;
};

/**
 * What a content security policy must allow beside 'self': the one inline script there is, by which the
 * GOV.UK template tells its styles that JavaScript runs. As `script-src` takes it, quotes included.
 */
export const inlineScriptHash = `'sha256-${createHash('sha256').update(inlineScript()).digest('base64')}'`;
