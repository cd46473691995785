import nunjucks from 'nunjucks';
import { letterTemplate } from './letter-template.ts';
import type { LetterView } from './letter-view.ts';

const environment = new nunjucks.Environment(null, {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
  throwOnUndefined: true,
});

const template = new nunjucks.Template(letterTemplate, environment);

/** A letter as HTML for mail programs: tables and inline styles, nothing that is loaded from anywhere. */
export const htmlLetter = (view: LetterView): string => template.render(view);
