import type { PlanAnswer } from '@trackrecord/application';

type Narrative = PlanAnswer['narratives'][number];

/** The theme or result that a text is about, by its ref: "2.1". */
const refOf = (under: string | undefined): string | null => {
  const [kind = '', ...ref] = (under ?? '').split(':');
  return kind === 'theme' || kind === 'result' ? ref.join(':') : null;
};

/** What a section of a plan's text is called: "2.1 How are we doing?"; `unnamed` where the document has no heading. */
export const textHeading = ({ heading, under }: Narrative, unnamed: string): string => {
  const ref = refOf(under);
  const words = (heading ?? unnamed).replace(/[\s:–-]+$/u, '');
  return ref === null ? words : `${ref} ${words}`;
};
