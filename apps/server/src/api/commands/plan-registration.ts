import { carryOutAs, changedBy, invalid, isTimeZone, streamOf } from '@trackrecord/application';
import { decidePlan, RegisterPlan } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { PartnershipId, PlanId, Text, TimeZone } from '@trackrecord/domain';
import { ChangedCodec } from '../answers/done-codec.ts';
import { change } from '../change.ts';
import { authorOf } from '../circumstances.ts';
import type { Endpoint } from '../endpoint.ts';
import { knownReferences } from './known-references.ts';

const Asked = t.intersection([
  t.type({ plan: PlanId, title: Text }),
  t.partial({ timeZone: TimeZone, partnership: PartnershipId }),
]);

/** A plan that is not there yet is nobody's: who may keep every plan may begin one. */
export const registerPlan: Endpoint = change({
  operationId: 'registerPlan',
  method: 'POST',
  path: '/plans',
  summary: 'Register a plan',
  description:
    'Makes an empty plan; an import makes one out of a document. Whoever keeps every plan may.',
  tag: 'Plans',
  may: 'manage',
  asks: Asked,
  example: { plan: 'harbour', title: 'Harbour Children’s Plan', effectiveOn: '2026-04-01' },
  answers: ChangedCodec,
  change: (changing, asked) => {
    const { desk, principal, around, looked, repeatable } = changing;
    const { plan, title, timeZone = 'Europe/London', partnership } = asked;
    const data = { plan, title, timeZone, ...(partnership === undefined ? {} : { partnership }) };
    return pipe(
      isTimeZone(timeZone)
        ? knownReferences(desk, RegisterPlan.data, data, new Map())
        : TE.left(
            invalid(
              `There is no time zone "${timeZone}"; accepted are names such as Europe/London.`,
              'timeZone',
            ),
          ),
      TE.chain(() =>
        carryOutAs(desk)({
          author: authorOf(principal, around, looked),
          stream: () => streamOf('plan', plan),
          decide: decidePlan,
          commandId: repeatable?.commandId,
          steps: () => TE.right([{ order: RegisterPlan.of(data) }]),
        }),
      ),
      TE.chainEitherK((done) => changedBy(desk)({ plan, ref: null }, done)),
    );
  },
});
