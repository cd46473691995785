import type {
  ActionDetails,
  Change,
  Changed,
  ChangedMeanwhile,
  Failure,
  MakeOrders,
  OnAction,
  OnPlan,
  PlanAnswer,
} from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import type {
  Breadcrumb,
  FormErrors,
  FormField,
  FormItem,
  Link,
  StandingLine,
} from '@trackrecord/pages';
import type * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { AskedPlan } from '../asked-plan.ts';
import type { Section } from '../page-reply.ts';
import type { Filled } from './filled.ts';

/** On which dates a page with a form is asked for, and where the log stands that it is made from. */
export type FormAsked = Pick<AskedPlan, 'question' | 'dateBar' | 'link'> &
  Readonly<{ answer: Pick<PlanAnswer, 'asOf' | 'ordinal'> }>;

/** What every form is made for, and what was filled in. */
export type AnyPlace = Readonly<{
  asked: FormAsked;
  today: LocalDate;
  filled: Filled;
  /** Everybody whom the directory knows, by name; their ids are the values. */
  parties: ReadonlyArray<FormItem>;
}>;

/** What a form about a plan is made for: the plan as it stands today. */
export type FormPlace = AnyPlace & Readonly<{ asked: AskedPlan }>;

/** A form that changes one action. */
export type ActionPlace = FormPlace &
  Readonly<{
    action: ActionDetails;
    /** Whether whoever asks may update an action, by its id. */
    mayUpdate: (id: string) => TE.TaskEither<Failure, unknown>;
  }>;

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
export type Reading<Make> = Readonly<{
  make: Make;
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
export type ChangeForm<Of extends AnyPlace, Make> = Readonly<{
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
  /** A failure in the form's own words, where those say more than the usual ones. */
  wordsFor?: (failure: Failure, of: Of) => string | undefined;
  shows: (of: Of) => FormShows;
  /** What was filled in, or everything that is wrong with it. */
  reads: (of: Of) => E.Either<FormErrors, Reading<Make>>;
}>;

export type ActionForm = ChangeForm<ActionPlace, MakeOrders<OnAction>>;
export type PlanForm = ChangeForm<FormPlace, MakeOrders<OnPlan>>;

/** What a form that was taken recorded. */
export type Recorded = Pick<Changed, 'events' | 'ordinal' | 'changes'>;

/** What somebody else did meanwhile, as the thing's history tells it, and what it is now where that says it better. */
export type Meanwhile = Readonly<{ what: string; theirs?: string }>;

/** What is the same for forms about any kind of thing. */
type AboutIt<Of extends AnyPlace> = Readonly<{
  /** What comes before the form's name in its route: `/plans/:plan/actions/:ref`. */
  base: string;
  caption: (of: Of) => string;
  /** Since when it is there; `null` where that is not known. */
  since: (of: Of) => LocalDate | null;
  /** The words of what is changed; `null` where there are none. */
  words: (of: Of) => string | null;
  /** What is known now, beside the form. */
  standingHeading: string;
  standing: (of: Of) => ReadonlyArray<StandingLine>;
  /** Where the thing itself is shown. */
  back: (of: Of) => string;
}>;

/** What forms have in common that change the same kind of thing in a plan. */
export type FormKind<Of extends FormPlace, Make> = AboutIt<Of> &
  Readonly<{
    /** What the form is about, in the words of the page's date bar. */
    subject: (exchange: Exchange) => string;
    /** The thing itself; a failure where it is not there. */
    place: (desk: Desk, exchange: Exchange, of: FormPlace) => E.Either<Failure, Of>;
    /** Whose history tells of it: `action:27`. */
    trail: (of: Of) => string | undefined;
    /** What somebody else did meanwhile, where the plan's own history does not tell it. */
    meanwhile?: (of: Of, changed: ChangedMeanwhile) => Meanwhile | undefined;
    change: (desk: Desk, of: Of, change: Change, make: Make) => TE.TaskEither<Failure, Recorded>;
  }>;

/** The same of things of whatever kind, in a plan or not. */
export type AnyKind<Of extends AnyPlace, Make> = AboutIt<Of> &
  Readonly<{
    /** The thing as the log stands by now, for whoever may change it. */
    placed: (desk: Desk, exchange: Exchange, filled: Filled) => TE.TaskEither<Failure, Of>;
    section: Section;
    /** The way to the form. */
    breadcrumbs: (of: Of) => ReadonlyArray<Breadcrumb>;
    /** What somebody else did meanwhile, as the thing's history tells it. */
    meanwhile: (desk: Desk, of: Of, changed: ChangedMeanwhile) => Meanwhile | undefined;
    /** Whether something that was recorded for a later date still counts today, before what was just recorded. */
    isOverruled: (desk: Desk, of: Of, recorded: Recorded) => E.Either<Failure, boolean>;
    change: (
      desk: Desk,
      of: Of,
      said: Omit<Change, 'plan'>,
      make: Make,
    ) => TE.TaskEither<Failure, Recorded>;
  }>;
