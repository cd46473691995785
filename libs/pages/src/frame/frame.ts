import type { Question } from '@trackrecord/application';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import type { AssetLinks } from '../assets/asset-links.ts';
import type { FormErrors } from '../forms/form-errors.ts';

export type Link = Readonly<{ text: string; href: string }>;

/** One entry of the navigation; `current` for the part of the service that the page belongs to. */
export type NavigationItem = Link & Readonly<{ current?: boolean | undefined }>;

/** A step of the way to the page; the page itself is not among them, so every one has an address. */
export type Breadcrumb = Link;

/** What became of the last thing that was done, shown once after a redirect. */
export type Banner = Readonly<{
  kind: 'success' | 'important';
  text: string;
  /** Where to see it, or how to take it back. */
  link?: Link | undefined;
}>;

/** Who is signed in, for the header: `roles` in words, such as "manager of Harbour and Vale". */
export type Visitor = Readonly<{ name: string; roles: string; accountHref: string }>;

/** A document that "as in" may name. */
export type DocumentChoice = Readonly<{
  /** As `asIn` takes it: the file's name, or the beginning of its SHA-256 where names repeat. */
  value: string;
  name: string;
  on: LocalDate;
}>;

/** Where the two clocks of the page stand, and the form to move them. */
export type DateBar = Readonly<{
  /** The page's own address with everything that it was asked except the dates: `/plans/harbour?rating=Red`. */
  here: string;
  /** What is looked at, as the banner names it: "the plan", "action 27", "the audit trail". */
  subject: string;
  today: LocalDate;
  /** What was asked; empty on today. */
  question: Question;
  /** The date and the ordinal that the page's answer was given at. */
  asOf: LocalDate;
  ordinal: Ordinal;
  /** Empty where the page has no document to choose. */
  documents: ReadonlyArray<DocumentChoice>;
  /** The words that were typed, where they were refused, and why; the frame's error summary tells it too. */
  refused?: Readonly<{ typed: Readonly<Record<string, string>>; errors: FormErrors }> | undefined;
}>;

/**
 * Everything around a page's content. The content is cached by ordinal; this is what differs from visitor to
 * visitor and from request to request, so it must stay cheap to render.
 */
export type Frame = Readonly<{
  /** The page's own title, without the service's name and without "Error: ". */
  title: string;
  /** After the title in the window's tab; beside the navigation where it is not "Trackrecord" itself. */
  serviceName: string;
  visitor: Visitor | null;
  navigation: ReadonlyArray<NavigationItem>;
  breadcrumbs: ReadonlyArray<Breadcrumb>;
  dateBar: DateBar | null;
  /** The page as data: JSON, CSV. Each link carries the page's dates already. */
  dataLinks: ReadonlyArray<Link>;
  /** For the sign-out form; `null` without a session. */
  csrfToken: string | null;
  banner: Banner | null;
  /** What was refused in the page's form: a summary above the content, and "Error: " before the title. */
  errors: FormErrors;
  /** A paper: header, navigation, date form and footer are left out on the screen too. */
  print: boolean;
  /** Wider than a column of text, for tables and charts. */
  wide: boolean;
  /** For somebody who came by a link: the header leads nowhere, and there is nothing at the foot. */
  plain?: boolean | undefined;
  /** At the foot of every page; the API alone unless something else is said. */
  footer?: ReadonlyArray<Link> | undefined;
  assets: AssetLinks;
}>;
