import { ChooseColumnMeaning, columnMeaning, plainHead, plan } from '@trackrecord/domain';
import * as O from 'fp-ts/lib/Option.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import type { Claim } from './claim.ts';
import { type Context, sourceOf } from './context.ts';

const beginning = { block: 1, line: 1, words: '' };

/**
 * What was said of columns with this import: it holds for the documents to come too. A head written otherwise is no
 * other head; what was said of it stands as it was written first.
 */
export const columnClaims = (
  context: Context,
  { columns }: Pick<ProposedPlan, 'columns'>,
): ReadonlyArray<Claim> =>
  (context.columns ?? []).map((choice) => {
    const member = plainHead(choice.head);
    const at = columns.find(({ head }) => plainHead(head) === member);
    const value = pipe(
      columnMeaning.of(context.state.cut, plan, member),
      O.filter((held) => held.meaning === choice.meaning),
      O.getOrElse(() => choice),
    );
    return {
      subject: plan,
      field: `${columnMeaning.name}/${member}`,
      value,
      order: ChooseColumnMeaning.of(choice),
      source: sourceOf(context, at?.from ?? beginning),
    };
  });
