import { streamOf } from '@trackrecord/application';
import {
  decidePartnership,
  partnershipCommands,
  PartnershipId,
  type PartnershipOrder,
  RegisterPartnership,
  RetractAssertions,
} from '@trackrecord/domain';
import type { StreamName } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { DoneCodec, done } from '../answers/done-codec.ts';
import { type Changing, change } from '../change.ts';
import type { Endpoint } from '../endpoint.ts';
import {
  type ByItsCodec,
  type CommandRoutes,
  endpointsOf,
  type InOtherWords,
  type Members,
} from './command-route.ts';
import { dataOf, orderOf } from './order-of.ts';
import { carriedOutOn, ownCommand } from './own-command.ts';
import { ByOrdinals, eventsAt } from './retraction.ts';

const tag = 'Partnerships';

const streamIn = ({ exchange: { params } }: Changing): StreamName => {
  const { partnership } = params;
  if (PartnershipId.is(partnership)) return streamOf('partnership', partnership);
  throw new Error('the path names a partnership');
};

const routes: CommandRoutes<PartnershipOrder> = {
  RegisterPartnership: { carriedBy: 'registerPartnership' },
  RetractAssertions: { carriedBy: 'retractFromPartnership' },
  RenamePartnership: {
    method: 'PUT',
    path: '/partnerships/{partnership}/name',
    summary: 'Rename a partnership',
    tag,
    example: { name: 'Harbour and Vale Partnership' },
  },
};

const partnershipCommand = (type: string, route: ByItsCodec<Members> | InOtherWords): Endpoint =>
  ownCommand({
    type,
    data: dataOf(partnershipCommands, type),
    route,
    carryOut: (changing, members) =>
      carriedOutOn(
        changing,
        streamIn(changing),
        decidePartnership,
        orderOf(partnershipCommands)(type, members),
      ),
  });

const Asked = t.intersection([RegisterPartnership.data, t.type({ partnership: PartnershipId })]);

const Registered = t.type({ ...done, partnership: PartnershipId }, 'PartnershipRegistered');

const registerPartnership: Endpoint = change({
  operationId: 'registerPartnership',
  method: 'POST',
  path: '/partnerships',
  summary: 'Register a partnership',
  description: 'With the id that plans are to name it by.',
  tag,
  may: 'manage',
  asks: Asked,
  example: { partnership: 'harbour-partnership', name: 'Harbour Partnership' },
  answers: Registered,
  change: (changing, { partnership, name }) =>
    pipe(
      carriedOutOn(
        changing,
        streamOf('partnership', partnership),
        decidePartnership,
        RegisterPartnership.of({ name }),
      ),
      TE.map((did) => ({ ...did, partnership })),
    ),
});

const retractFromPartnership: Endpoint = change({
  operationId: 'retractFromPartnership',
  method: 'POST',
  path: '/partnerships/{partnership}/retractions',
  summary: 'Take back what was wrong about a partnership',
  description: 'By ordinals: as known from now on it never held.',
  tag,
  may: 'manage',
  asks: ByOrdinals,
  example: { ordinals: [2] },
  answers: DoneCodec,
  change: (changing, { ordinals }) =>
    pipe(
      eventsAt(changing.desk, streamIn(changing), ordinals),
      TE.chain((events) =>
        carriedOutOn(
          changing,
          streamIn(changing),
          decidePartnership,
          RetractAssertions.of({ events }),
        ),
      ),
    ),
});

/** Every change of partnerships. */
export const partnershipEndpoints: ReadonlyArray<Endpoint> = [
  registerPartnership,
  ...endpointsOf(routes, partnershipCommand),
  retractFromPartnership,
];
