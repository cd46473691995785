import {
  accountsAnswer,
  type Failure,
  openAccount,
  partyNamed,
  type Said,
} from '@trackrecord/application';
import { PlanId, type RoleOnPlan } from '@trackrecord/domain';
import type * as TheServer from '@trackrecord/server';
import type { ServerStore } from '@trackrecord/server';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { OpenData } from '../wiring/open-data.ts';
import { samplePassword, samplePeople, type SamplePerson } from './sample-people.ts';

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

/** Gives each of the sample's people an account, where the log has no account yet. */
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
            TE.Do,
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
