import {
  type Breadcrumb,
  type ImportPlace,
  newImportHref,
  nextImportHref,
} from '@trackrecord/pages';

/** The way to the page where a document of a plan is uploaded. */
export const planBreadcrumbs = ({
  plan,
  title,
}: Pick<ImportPlace, 'plan' | 'title'>): ReadonlyArray<Breadcrumb> => [
  { text: 'Plans', href: '/' },
  ...(title === null ? [] : [{ text: title, href: `/plans/${encodeURIComponent(plan)}` }]),
];

/** The way to the pages about an upload. */
export const importBreadcrumbs = (place: ImportPlace): ReadonlyArray<Breadcrumb> => [
  ...planBreadcrumbs(place),
  place.title === null
    ? { text: 'New plan', href: newImportHref }
    : { text: 'Import', href: nextImportHref(place.plan) },
];
