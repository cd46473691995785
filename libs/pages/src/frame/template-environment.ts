import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { errorFor, errorList } from '../forms/form-errors.ts';
import { ratingTag } from '../rating/rating-tag.ts';
import { count } from '../words/count.ts';
import { longText, paragraphs } from '../words/long-text.ts';
import { ukDate, ukShortDate } from '../words/uk-date.ts';
import { ukInstant } from '../words/uk-instant.ts';

/** Templates lie beside their view models, also when these run compiled: `dist` holds no templates. */
export const sourceFolder = fileURLToPath(new URL('../../src/', import.meta.url));

/** What `govuk/…` in templates, stylesheets and scripts means. */
export const govukFolder = join(
  dirname(fileURLToPath(import.meta.resolve('govuk-frontend/package.json'))),
  'dist',
);

/** Marks HTML that our own functions made, and escaped, as such. */
const safe = (html: string): nunjucks.runtime.SafeString => new nunjucks.runtime.SafeString(html);

const makeEnvironment = (): nunjucks.Environment => {
  const loader = new nunjucks.FileSystemLoader([sourceFolder, govukFolder], { noCache: false });
  return new nunjucks.Environment(loader, {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  })
    .addFilter('ukDate', ukDate)
    .addFilter('ukShortDate', ukShortDate)
    .addFilter('ukInstant', ukInstant)
    .addFilter('count', count)
    .addFilter('errorFor', errorFor)
    .addFilter('errorList', errorList)
    .addFilter('paragraphs', (text: string, classes?: string) => safe(paragraphs(text, classes)))
    .addFilter('longText', (text: string, limit?: number) => safe(longText(text, limit)))
    .addFilter('ratingTag', (word: string | null) => safe(ratingTag(word)));
};

/** Finds, compiles and keeps templates; knows every filter that pages use. */
export const templateEnvironment = makeEnvironment();
