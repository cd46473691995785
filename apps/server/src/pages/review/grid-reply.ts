import type { Failure } from '@trackrecord/application';
import type { Instant } from '@trackrecord/kernel';
import {
  type Breadcrumb,
  type FormErrors,
  type GridParams,
  type GridShows,
  reviewGridPage,
} from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { csrfTokenFor } from '../../access/csrf.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Reply } from '../../http/reply.ts';
import type { AskedPlan } from '../asked-plan.ts';
import { formIdField } from '../change/command-id-of.ts';
import { partyChoices } from '../change/party-choices.ts';
import { page } from '../page-reply.ts';
import { planDataLinks } from '../plan/plan-data-links.ts';
import { mayWithPlan } from '../may-with-plan.ts';
import type { GridWork } from './grid-draft.ts';
import type { Meanwhile } from './meanwhile.ts';

/** The way to the reviews of a plan. */
export const planCrumbs = ({ plan, answer, link }: AskedPlan): ReadonlyArray<Breadcrumb> => [
  { text: 'Plans', href: link('/') },
  { text: answer.plan.title, href: link(`/plans/${plan}`) },
];

export const reviewCrumbs = (asked: AskedPlan): ReadonlyArray<Breadcrumb> => [
  ...planCrumbs(asked),
  { text: 'Reviews', href: asked.link(`/plans/${asked.plan}/reviews`) },
];

/** A grid to be shown: as it is opened, or for what it was not taken. */
export type ShownGrid = Readonly<{
  status: number;
  params: GridParams;
  shows: GridShows;
  work: Omit<GridWork, 'basedOn'>;
  errors: FormErrors;
  meanwhile: Meanwhile;
  conflict: string | null;
  savedAt: Instant | null;
}>;

/** The page with the grid on it, on the plan as it stands by now. */
export const gridReply = (
  desk: Desk,
  exchange: Exchange,
  asked: AskedPlan,
  { status, params, shows, work, errors, meanwhile, conflict, savedAt }: ShownGrid,
): TE.TaskEither<Failure, Reply> =>
  pipe(
    TE.fromEither(partyChoices(desk, asked.answer.ordinal)),
    TE.bindTo('parties'),
    TE.bind('csrfToken', () => TE.fromTask(csrfTokenFor(desk)(exchange))),
    TE.map(({ parties, csrfToken }) => {
      const { title, content } = reviewGridPage({
        answer: asked.answer,
        may: mayWithPlan(exchange, asked),
        shows,
        params,
        typed: work,
        parties,
        errors,
        meanwhile,
        conflict,
        savedAt,
        csrfToken: csrfToken ?? '',
        formId: exchange.form.one(formIdField) ?? desk.ids.commandId(),
      });
      return page(
        {
          title,
          content,
          section: 'plans',
          breadcrumbs: reviewCrumbs(asked),
          dateBar: asked.dateBar,
          dataLinks: planDataLinks(asked),
          errors,
          wide: true,
        },
        status,
      );
    }),
  );
