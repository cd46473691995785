/** The addresses of the import's pages. */
const planHref = (plan: string): string => `/plans/${encodeURIComponent(plan)}`;

export const newImportHref = '/imports/new';

/** Where a page asks how far an upload of its own has come. */
export const progressHref = (word: string): string =>
  `/api/v1/progress/${encodeURIComponent(word)}`;

/** Where the next version of a plan is uploaded. */
export const nextImportHref = (plan: string): string => `${planHref(plan)}/import`;

/** The preview of an upload. */
export const previewHref = (plan: string, upload: string): string =>
  `${planHref(plan)}/imports/${encodeURIComponent(upload)}`;

/** An upload as it was sent. Of a plan that has no name so far it is kept under none. */
export const uploadedFileHref = (plan: string, upload: string): string =>
  plan === ''
    ? `/imports/uploads/${encodeURIComponent(upload)}/file`
    : `${previewHref(plan, upload)}/file`;

/** Where an upload is thrown away. */
export const dropHref = (plan: string, upload: string): string =>
  plan === ''
    ? `/imports/uploads/${encodeURIComponent(upload)}/drop`
    : `${previewHref(plan, upload)}/drop`;

export const correctedFileHref = (plan: string, upload: string): string =>
  `${previewHref(plan, upload)}/corrected`;

/** Every block of an upload, and what became of it. */
export const blocksHref = (plan: string, upload: string): string =>
  `${previewHref(plan, upload)}/blocks`;

/** Where one block is put right by hand. */
export const blockHref = (plan: string, upload: string, block: number): string =>
  `${blocksHref(plan, upload)}/${block}`;

/** The documents that were imported into a plan. */
export const documentsHref = (plan: string): string => `${planHref(plan)}/documents`;

export const documentHref = (plan: string, sha256: string): string =>
  `${documentsHref(plan)}/${sha256}`;

/** The text of an imported document: on a page, and as the file that it was. */
export const documentTextHref = (plan: string, sha256: string): string =>
  `${documentHref(plan, sha256)}/text`;

export const documentFileHref = (plan: string, sha256: string): string =>
  `${documentHref(plan, sha256)}/file`;

export const undoHref = (plan: string, sha256: string): string =>
  `${documentHref(plan, sha256)}/undo`;
