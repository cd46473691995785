import {
  accountsAnswer,
  type Failure,
  invalid,
  openAccount,
  partyNamed,
  plansAnswer,
  type Said,
} from '@trackrecord/application';
import { PlanId, type RoleOnPlan } from '@trackrecord/domain';
import type * as TheServer from '@trackrecord/server';
import type { ServerStore } from '@trackrecord/server';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { OpenData } from '../wiring/open-data.ts';
import {
  otherSamplePlan,
  samplePassword,
  samplePeople,
  type SamplePerson,
  samplePlan,
} from './sample-people.ts';

type Server = typeof TheServer;

const roleOf = ({ role, plan }: SamplePerson): RoleOnPlan =>
  PlanId.is(plan) ? { role, plan } : { role };

const opened = (
  server: Server,
  data: OpenData,
  store: ServerStore,
  said: Said,
  person: SamplePerson,
): TE.TaskEither<Failure, void> =>
  pipe(
    partyNamed(data)({ name: person.name, kind: 'person' }, said.effectiveOn),
    TE.chain((party) =>
      openAccount(data)({ party, signInName: person.signInName, roles: [roleOf(person)] }, said),
    ),
    TE.chain(({ account }) =>
      pipe(
        TE.fromTask(() => server.hashPassword(samplePassword)),
        TE.chain((hash) => store.passwords.set(account, hash)),
      ),
    ),
  );

const samplePlans: ReadonlySet<string> = new Set([samplePlan, otherSamplePlan]);

/** Everybody knows a sample's passwords: in a log of somebody's own they would open it to everybody. */
const onlyTheSample = (data: OpenData): E.Either<Failure, null> =>
  pipe(
    plansAnswer(data),
    E.chain((plans) => {
      const own = plans.find(({ id }) => !samplePlans.has(id));
      return own === undefined
        ? E.right(null)
        : E.left(
            invalid(
              `--sample: there is no account here yet, and a plan "${own.id}" that is no sample; accounts whose passwords everybody knows are not opened for it. Leave --sample out, or name another directory with --data.`,
            ),
          );
    }),
  );

/** Gives each of the sample's people an account, where the log has no account yet and nothing but the sample. */
export const openSampleAccounts = (
  server: Server,
  data: OpenData,
  store: ServerStore,
): TE.TaskEither<Failure, void> =>
  pipe(
    TE.fromEither(accountsAnswer(data)),
    TE.chain((accounts) =>
      accounts.length > 0
        ? TE.right(undefined)
        : pipe(
            TE.fromEither(onlyTheSample(data)),
            TE.map(() => ({})),
            TE.let('effectiveOn', () => data.clock.today('Europe/London')),
            TE.bind('by', ({ effectiveOn }) =>
              partyNamed(data)({ name: 'Rhoda Tansley', kind: 'person' }, effectiveOn),
            ),
            TE.let('said', ({ by, effectiveOn }): Said => ({
              by,
              effectiveOn,
              channel: 'command line',
            })),
            TE.chain(({ said }) =>
              pipe(
                samplePeople,
                TE.traverseSeqArray((person) => opened(server, data, store, said, person)),
              ),
            ),
            TE.map(() => undefined),
          ),
    ),
  );
