import type {
  ActionDetails,
  Change,
  Changed,
  Failure,
  MakeOrders,
  OnAction,
  OnPlan,
} from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import type { FormErrors, FormField, FormItem, Link, StandingLine } from '@trackrecord/pages';
import type * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { AskedPlan } from '../asked-plan.ts';
import type { Filled } from './filled.ts';

/** What every form is made for: the plan as it stands today, and what was filled in. */
export type FormPlace = Readonly<{
  asked: AskedPlan;
  today: LocalDate;
  filled: Filled;
  /** Everybody whom the directory knows, by name; their ids are the values. */
  parties: ReadonlyArray<FormItem>;
}>;

/** A form that changes one action. */
export type ActionPlace = FormPlace & Readonly<{ action: ActionDetails }>;

/** What a form shows of its own. */
export type FormShows = Readonly<{
  heading: string;
  lead?: ReadonlyArray<string>;
  warning?: string;
  fields: ReadonlyArray<FormField>;
  button: string;
  /** Whether the button warns. */
  warns?: boolean;
  others?: ReadonlyArray<Link>;
}>;

/** What was filled in, understood: what is to happen, and what is said of it in words. */
export type Reading<On> = Readonly<{
  make: MakeOrders<On>;
  /** Said once it is recorded: "Action 27 is rated Red." */
  done: string;
  /** Said where it was so already. */
  nothingNew: string;
  /** What was to be said, where somebody else said otherwise meanwhile: "Red". */
  mine: string;
  /** Where to go afterwards, if not back to what the form is about. */
  leadsTo?: string;
}>;

/** One change form: a small file each. */
export type ChangeForm<Of extends FormPlace, On> = Readonly<{
  /** The last part of its address: `rate`. */
  name: string;
  may: 'update' | 'manage';
  /** What its address gives and the form sends on unseen: which note, which line. */
  carries?: ReadonlyArray<string>;
  /** It is about what is recorded, not about what became true when. */
  undated?: true;
  /** What the date is called, where "When did this become true?" would be odd. */
  when?: string;
  /** A reason has to be given. */
  needsWhy?: true;
  /** Fields of failures that are called otherwise in the form. */
  fieldOf?: Readonly<Record<string, string>>;
  shows: (of: Of) => FormShows;
  /** What was filled in, or everything that is wrong with it. */
  reads: (of: Of) => E.Either<FormErrors, Reading<On>>;
}>;

export type ActionForm = ChangeForm<ActionPlace, OnAction>;
export type PlanForm = ChangeForm<FormPlace, OnPlan>;

/** What forms have in common that change the same kind of thing. */
export type FormKind<Of extends FormPlace, On> = Readonly<{
  /** What comes before the form's name in its route: `/plans/:plan/actions/:ref`. */
  base: string;
  /** The same in the words of the page's date bar. */
  subject: (exchange: Exchange) => string;
  /** The thing itself; a failure where it is not there. */
  place: (desk: Desk, exchange: Exchange, of: FormPlace) => E.Either<Failure, Of>;
  caption: (of: Of) => string;
  /** Since when it is there; `null` where that is not known. */
  since: (of: Of) => LocalDate | null;
  /** The words of what is changed; `null` where there are none. */
  words: (of: Of) => string | null;
  /** What is known now, beside the form. */
  standingHeading: string;
  standing: (of: Of) => ReadonlyArray<StandingLine>;
  /** Whose history tells of it: `action:27`. */
  trail: (of: Of) => string | undefined;
  /** Where the thing itself is shown. */
  back: (of: Of) => string;
  change: (
    desk: Desk,
    of: Of,
    change: Change,
    make: MakeOrders<On>,
  ) => TE.TaskEither<Failure, Changed>;
}>;
