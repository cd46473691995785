import type { FormErrors } from '../forms/form-errors.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { sizeInWords } from '../words/size-in-words.ts';
import { ukInstant } from '../words/uk-instant.ts';
import { administrationNavigation } from './administration-navigation.ts';

/** The Word file in whose look papers are written, for administrators. */
export type PaperTemplate = Readonly<{
  csrfToken: string;
  errors: FormErrors;
  /** The one that is kept; `null` where papers have a plain look. */
  kept: Readonly<{
    name: string;
    bytes: number;
    keptAt: string;
    /** Who put it there; `null` where that is not known any more. */
    by: string | null;
    /** What of it a PDF leaves out, in sentences. */
    notTaken: ReadonlyArray<string>;
  }> | null;
  /** What stands in double braces, and what it becomes. */
  placeholders: Readonly<Record<string, string>>;
  most_bytes: number;
}>;

export const paperTemplateHref = '/administration/paper-template';

export const paperTemplatePage = ({
  kept,
  most_bytes,
  placeholders,
  ...rest
}: PaperTemplate): Readonly<{ title: string; content: string }> => ({
  title: 'Look of papers',
  content: renderTemplate('administration/paper-template.njk', {
    ...rest,
    navigation: administrationNavigation('papers'),
    here: paperTemplateHref,
    most: sizeInWords(most_bytes),
    placeholders: Object.entries(placeholders).map(([name, becomes]) => ({
      written: `{{${name}}}`,
      becomes,
    })),
    kept:
      kept === null
        ? null
        : {
            name: kept.name,
            size: sizeInWords(kept.bytes),
            since: `${ukInstant(kept.keptAt)}${kept.by === null ? '' : ` by ${kept.by}`}`,
            notTaken: kept.notTaken,
          },
  }),
});
