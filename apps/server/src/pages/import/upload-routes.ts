import type { Failure } from '@trackrecord/application';
import { nextImportHref, readOnlyPage } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { mostUpload_bytes } from '../../http/limits.ts';
import type { Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { isOnToday } from '../action/on-today.ts';
import { askedDates, pagesZone } from '../asked-dates.ts';
import { page } from '../page-reply.ts';
import { planBreadcrumbs } from './import-breadcrumbs.ts';
import { type PlanPlace, standingPlace } from './plan-place.ts';
import { takeUpload } from './take-upload.ts';
import { ownUpload } from './upload-file.ts';
import { openedUpload, uploadReply } from './upload-reply.ts';

const forManagers = { audience: 'people', may: 'manage' } as const;
const files = { most: 1, bytes: mostUpload_bytes } as const;

const readOnly = (place: PlanPlace): Reply => {
  const { title, content } = readOnlyPage({
    heading: 'Import the next version',
    caption: place.title ?? place.plan,
    sentence:
      'A document is imported into the plan as it stands today, whatever date you look at. You say which date the document speaks of.',
    todayText: 'Go to today’s import page',
    todayHref: nextImportHref(place.plan),
    backHref: `/plans/${encodeURIComponent(place.plan)}`,
  });
  return page({ title, content, section: 'plans', breadcrumbs: planBreadcrumbs(place) });
};

/** An upload that was refused can be gone on with: it is chosen already. */
const openedNew =
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, Reply> => {
    const id = exchange.query.one('kept');
    const show = uploadReply(desk, exchange, null);
    return id === undefined
      ? show(openedUpload)
      : pipe(
          ownUpload(desk)(exchange, id),
          TE.chain((kept) => show({ ...openedUpload, kept })),
        );
  };

/** Where documents are uploaded: of a new plan, or the next version of one. */
export const uploadRoutes: ReadonlyArray<Route> = [
  {
    ...forManagers,
    method: 'GET',
    path: '/imports/new',
    answer: openedNew,
  },
  {
    ...forManagers,
    method: 'POST',
    path: '/imports/new',
    files,
    throttled: 'asking for much',
    answer: (desk) => (exchange) => takeUpload(desk, exchange, null)(),
  },
  {
    ...forManagers,
    method: 'GET',
    path: '/plans/:plan/import',
    answer: (desk) => (exchange) =>
      pipe(
        standingPlace(desk)(exchange),
        TE.chain((place) =>
          // On a past date nothing is brought in: a document has a date of its own.
          isOnToday(askedDates(exchange).question, desk.clock.today(pagesZone))
            ? uploadReply(desk, exchange, place)(openedUpload)
            : TE.right(readOnly(place)),
        ),
      ),
  },
  {
    ...forManagers,
    method: 'POST',
    path: '/plans/:plan/import',
    files,
    throttled: 'asking for much',
    answer: (desk) => (exchange) =>
      pipe(
        standingPlace(desk)(exchange),
        TE.chain((place) => takeUpload(desk, exchange, place)()),
      ),
  },
];
