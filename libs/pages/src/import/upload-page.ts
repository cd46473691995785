import type { FormErrors } from '../forms/form-errors.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { sizeInWords } from '../words/size-in-words.ts';
import { ukInstant } from '../words/uk-instant.ts';
import { type AboutForm, partnershipItems } from './about-form.ts';
import {
  documentsHref,
  dropHref,
  newImportHref,
  nextImportHref,
  previewHref,
  progressHref,
  uploadedFileHref,
} from './import-links.ts';
import { importNavigation, type ImportPlace } from './import-place.ts';

/** An upload that is kept: which, and what of it is known. */
export type KeptFile = Readonly<{ id: string; plan: string; name: string; bytes: number }>;

/** An upload that was not imported so far. */
export type WaitingUpload = Readonly<{
  id: string;
  /** '' where it is not known so far of which plan it is. */
  plan: string;
  name: string;
  uploadedAt: string;
  /** Who uploaded it; `null` where that is not known any more. */
  by: string | null;
}>;

export type UploadPageOf = Readonly<{
  /** The plan whose next version is brought; `null` for a plan that is not there yet. */
  place: ImportPlace | null;
  csrfToken: string;
  form: AboutForm & Readonly<{ text: string }>;
  /** The names of the partnerships that there are. */
  partnerships: ReadonlyArray<string>;
  errors: FormErrors;
  /** What was uploaded and is kept, though it was refused. */
  kept: KeptFile | null;
  /** What was seen in a file that is no plan. */
  seen: ReadonlyArray<string>;
  waiting: ReadonlyArray<WaitingUpload>;
  /** The word by which the page asks how far the upload has come. */
  progress: string;
  /** So much text is read. */
  most_bytes: number;
  /** A file over this is not even kept. */
  mostTaken_bytes: number;
}>;

/** Where a document is uploaded: for a new plan, or as the next version of one. */
export const uploadPage = ({
  place,
  kept,
  waiting,
  partnerships,
  errors,
  most_bytes,
  mostTaken_bytes,
  ...rest
}: UploadPageOf): Readonly<{ title: string; content: string }> => {
  const title = place === null ? 'Import a new plan' : 'Import the next version';
  return {
    title: place === null ? title : `${title} of ${place.title ?? place.plan}`,
    content: renderTemplate('import/upload.njk', {
      ...rest,
      errors,
      heading: title,
      caption: place?.title ?? null,
      navigation: place === null ? null : importNavigation(place),
      isNew: place === null,
      progressHref: progressHref(rest.progress),
      here: place === null ? newImportHref : nextImportHref(place.plan),
      documents: place === null ? null : documentsHref(place.plan),
      back: place === null ? '/' : `/plans/${encodeURIComponent(place.plan)}`,
      partnershipItems: partnershipItems(partnerships),
      most: sizeInWords(most_bytes),
      mostTaken: sizeInWords(mostTaken_bytes),
      kept:
        kept === null
          ? null
          : {
              ...kept,
              size: sizeInWords(kept.bytes),
              fileHref: uploadedFileHref(kept.plan, kept.id),
              // What was read as text can be looked at block by block, plan or not.
              previewHref:
                rest.seen.length === 0 || kept.plan === '' ? null : previewHref(kept.plan, kept.id),
            },
      waiting: waiting.map(({ id, plan, name, uploadedAt, by }) => ({
        name,
        uploaded: `${ukInstant(uploadedAt)}${by === null ? '' : ` by ${by}`}`,
        href:
          plan === '' ? `${newImportHref}?kept=${encodeURIComponent(id)}` : previewHref(plan, id),
        fileHref: uploadedFileHref(plan, id),
        dropHref: dropHref(plan, id),
      })),
    }),
  };
};
