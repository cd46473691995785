import { plansAnswer } from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import type { FormError } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Desk } from '../../desk.ts';

/** A plan's id made of its title: lower-case letters, digits and hyphens, cut between words. */
export const idFromTitle = (title: string): string => {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase('en')
    .replace(/['’]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return slug.length <= 40 ? slug : slug.slice(0, 41).replace(/-[^-]*$/u, '');
};

/** A plan's id that is free; where none was typed, one made of the title. */
export const readNewPlan =
  (desk: Desk) =>
  (typed: string, title: string): E.Either<FormError, PlanId> =>
    pipe(
      plansAnswer(desk),
      E.mapLeft((): FormError => ({
        field: 'plan',
        message: 'The plans cannot be listed just now.',
      })),
      E.chain((plans) => {
        const suggested = idFromTitle(title);
        const id = typed.trim() === '' ? suggested : typed.trim();
        if (!PlanId.is(id))
          return E.left({
            field: 'plan',
            message:
              id === ''
                ? 'Short name of the plan: enter one, as the document has no title to make it from.'
                : `Short name of the plan: “${id.slice(0, 80)}” is not accepted. Enter at most 80 lower-case letters, digits and hyphens, the first a letter or a digit. Try “${idFromTitle(id.slice(0, 200))}”.`,
          });
        const taken = plans.find((plan) => plan.id === id);
        return taken === undefined
          ? E.right(id)
          : E.left({
              field: 'plan',
              message: `Short name of the plan: “${id}” is taken by “${taken.title}”. If the document is its next version, import it there; else enter another.`,
            });
      }),
    );
