import type { Capability, Failure } from '@trackrecord/application';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../desk.ts';
import type { Exchange } from './exchange.ts';
import type { Reply } from './reply.ts';

/**
 * Who may: `anyone` (sign-in, health, assets), whoever is `signed in` (what they see is cut to their plans by the
 * route itself), or who has a capability, on the plan that the path names (`:plan`) or, without one, on every plan.
 * `update` for an owner counts on the action that the path names (`:ref`).
 */
export type Requirement = 'anyone' | 'signed in' | Capability;

/** How failures and missing sign-ins are told: a page for people, problem details for programs, plain for machines. */
export type Audience = 'people' | 'programs' | 'machines';

/** One route: what it answers to, who may, and what it does. Routes are data: tests and OpenAPI walk them. */
export type Route = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As express writes it: `/plans/:plan/actions/:ref`. */
  path: string;
  audience: Audience;
  may: Requirement;
  /**
   * How many files are taken, of a form or as the body itself, and of how many bytes each; none where it is not set.
   */
  files?: Readonly<{ most: number; bytes: number }>;
  /** Counted against the stricter limit: what tries passwords. */
  throttled?: 'sign in' | 'asking for much';
  /**
   * Whoever knows the address may, and nobody else: what it holds is secret and signed. No session counts for it, so
   * none can be made use of from another site, and it is taken from programs that keep no cookies.
   */
  authority?: 'address';
  answer: (desk: Desk) => (exchange: Exchange) => TE.TaskEither<Failure, Reply>;
}>;
