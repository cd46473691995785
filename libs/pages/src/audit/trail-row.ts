import type { AuditRow, Question } from '@trackrecord/application';
import { historySentence, sourceInWords } from '@trackrecord/read-models';
import { actionPath } from '../action/action-links.ts';
import { withDates } from '../frame/date-query.ts';
import type { Link } from '../frame/frame.ts';
import { ukDate } from '../words/uk-date.ts';
import { ukInstant } from '../words/uk-instant.ts';
import { channelInWords } from './trail-words.ts';

/** A line of an audit trail as the template takes it. */
export type TrailRowView = Readonly<{
  ordinal: number;
  /** What it is about: "Action 27"; where it leads. */
  subject: string;
  href: string | null;
  /** The plan, where several are shown. */
  plan: Link | null;
  /** The whole in a sentence; struck where it was taken back. */
  sentence: string;
  /** "Taken back on …"; `null` where it stands. */
  takenBack: string | null;
  confirmed: boolean;
  effectiveOn: string;
  recordedAt: string;
  by: string;
  verified: boolean;
  onWordOf: string | null;
  channel: string;
  /** The document and its line; "" where it is from none. */
  source: string;
}>;

const hrefOf = ({ plan, subject, ref }: AuditRow, question: Question): string | null => {
  if (ref === null) return null;
  if (subject.startsWith('party '))
    return withDates(`/parties/${encodeURIComponent(ref)}`, question);
  return plan !== null && subject.startsWith('action ')
    ? withDates(actionPath(plan, ref), question)
    : null;
};

const sourceOf = ({ source, documentName }: AuditRow): string =>
  source === null
    ? (documentName ?? '')
    : `${documentName ?? 'a document'}, ${sourceInWords(source)}`;

/** The sentence apart from its subject, and apart from what took it back. */
const sentenceOf = (row: AuditRow): Pick<TrailRowView, 'sentence' | 'takenBack'> => {
  const said = historySentence({ ...row, retracted: null });
  return {
    sentence: `${said}.`,
    takenBack:
      row.retracted === null
        ? null
        : `${historySentence(row).slice(said.length).replace(/^\. /u, '')}.`,
  };
};

/** A line in words. */
export const trailRow =
  (question: Question, planTitles: ReadonlyMap<string, string> | null) =>
  (row: AuditRow): TrailRowView => ({
    ordinal: row.ordinal,
    // The sentence begins with what it is about, in words, and a colon.
    subject: row.sentence.slice(0, -historySentence(row).length).replace(/: $/u, ''),
    href: hrefOf(row, question),
    plan:
      planTitles === null || row.plan === null
        ? null
        : {
            text: planTitles.get(row.plan) ?? row.plan,
            href: withDates(`/plans/${encodeURIComponent(row.plan)}`, question),
          },
    ...sentenceOf(row),
    confirmed: row.confirmed,
    effectiveOn: ukDate(row.effectiveOn),
    recordedAt: ukInstant(row.recordedAt),
    by: row.by,
    verified: row.verified,
    onWordOf: row.onWordOf,
    channel: channelInWords(row.channel),
    source: sourceOf(row),
  });
