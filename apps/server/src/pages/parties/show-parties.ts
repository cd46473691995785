import { parsePartiesParams, partiesPage } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Route } from '../../http/route.ts';
import { page } from '../page-reply.ts';
import { askedDirectory } from './asked-directory.ts';
import { mayWithParties } from './may-with-parties.ts';

/** People and organisations: what each does in the plans that the visitor may read, and who may be one. */
export const showParties: Route = {
  method: 'GET',
  path: '/parties',
  audience: 'people',
  may: 'signed in',
  answer: (desk) => (exchange) =>
    pipe(
      askedDirectory(desk)(exchange, 'people and organisations'),
      TE.map(({ answer, question, isToday, dateBar, dateErrors, link }) => {
        const { params, errors } = parsePartiesParams(exchange.query.one, answer.plans);
        const { keep, arrange } = mayWithParties(exchange.visitor);
        return page(
          {
            ...partiesPage({
              answer,
              question,
              params,
              errors,
              may: { merge: keep && isToday, register: arrange && isToday },
            }),
            section: 'parties',
            dateBar,
            dataLinks: [
              { text: 'JSON', href: link('/api/v1/parties') },
              { text: 'CSV', href: link('/api/v1/parties?format=csv') },
            ],
            errors,
            wide: true,
          },
          dateErrors.length + errors.length === 0 ? 200 : 400,
        );
      }),
    ),
};
