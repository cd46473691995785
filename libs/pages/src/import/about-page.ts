import type { FormErrors } from '../forms/form-errors.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { type AboutForm, partnershipItems } from './about-form.ts';
import { previewHref } from './import-links.ts';
import { importNavigation, type ImportPlace } from './import-place.ts';

export type AboutPageOf = Readonly<{
  place: ImportPlace;
  upload: string;
  name: string;
  csrfToken: string;
  form: AboutForm;
  partnerships: ReadonlyArray<string>;
  errors: FormErrors;
  /** Whether what was said with the upload is not known any more. */
  isForgotten: boolean;
}>;

/** What is said about an upload, to be said otherwise. */
export const aboutPage = ({
  place,
  upload,
  name,
  partnerships,
  ...rest
}: AboutPageOf): Readonly<{ title: string; content: string }> => ({
  title: `About ${name}`,
  content: renderTemplate('import/about.njk', {
    ...rest,
    name,
    navigation: importNavigation(place),
    isNew: place.title === null,
    here: `${previewHref(place.plan, upload)}/about`,
    back: previewHref(place.plan, upload),
    partnershipItems: partnershipItems(partnerships),
  }),
});
