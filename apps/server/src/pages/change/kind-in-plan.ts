import type { Failure } from '@trackrecord/application';
import type { Breadcrumb } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { askedPlan } from '../asked-plan.ts';
import type { AnyKind, FormKind, FormPlace } from './change-form.ts';
import { sentenceOfChange } from './conflict-view.ts';
import type { Filled } from './filled.ts';
import { partyChoices } from './party-choices.ts';
import { isOverruledIn } from './recorded-notice.ts';

/** The thing that a form is about, as the log stands by now. */
const placedBy =
  <Of extends FormPlace, Make>(kind: FormKind<Of, Make>) =>
  (desk: Desk, exchange: Exchange, filled: Filled): TE.TaskEither<Failure, Of> =>
    pipe(
      askedPlan(desk)(exchange, kind.subject(exchange)),
      TE.chainEitherK((asked) =>
        pipe(
          partyChoices(desk, asked.answer.ordinal),
          E.chain((parties) =>
            kind.place(desk, exchange, { asked, today: asked.dateBar.today, filled, parties }),
          ),
        ),
      ),
    );

/** The way to the form; a form of the plan itself has nothing between. */
const breadcrumbsOf =
  <Of extends FormPlace, Make>(kind: FormKind<Of, Make>) =>
  (of: Of): ReadonlyArray<Breadcrumb> => {
    const { asked } = of;
    const [plan, back] = [`/plans/${asked.plan}`, kind.back(of)];
    return [
      { text: 'Plans', href: asked.link('/') },
      { text: asked.answer.plan.title, href: asked.link(plan) },
      ...(back === plan ? [] : [{ text: kind.caption(of), href: asked.link(back) }]),
    ];
  };

/** Forms that change something in a plan, as forms that change whatever. */
export const kindInPlan = <Of extends FormPlace, Make>(
  kind: FormKind<Of, Make>,
): AnyKind<Of, Make> => ({
  ...kind,
  placed: placedBy(kind),
  section: 'plans',
  breadcrumbs: breadcrumbsOf(kind),
  meanwhile: (desk, of, changed) => {
    const own = kind.meanwhile?.(of, changed);
    const what = own === undefined ? sentenceOfChange(desk, of.asked, changed) : undefined;
    return what === undefined ? own : { what };
  },
  isOverruled: (desk, of, recorded) => isOverruledIn(desk, of, recorded, kind.trail(of)),
  change: (desk, of, said, make) => kind.change(desk, of, { ...said, plan: of.asked.plan }, make),
});
