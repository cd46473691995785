import type { Banner, Breadcrumb, DateBar, FormErrors, Link } from '@trackrecord/pages';

/** The part of the service that a page belongs to, as the navigation has it. */
export type Section =
  'plans' | 'owed' | 'audit' | 'parties' | 'administration' | 'account' | 'none';

/** What a page is about and shows; the frame around it is put on by `renderReply`. */
export type PageContent = Readonly<{
  title: string;
  /** HTML that a template rendered: everything in it is escaped already. */
  content: string;
  section: Section;
  breadcrumbs?: ReadonlyArray<Breadcrumb>;
  /** `null` on pages that know no dates: sign-in, administration. */
  dateBar?: DateBar | null;
  /** The page as data; the dates are in the links already. */
  dataLinks?: ReadonlyArray<Link>;
  errors?: FormErrors;
  /** Over what a redirect left to be said. */
  banner?: Banner;
  wide?: boolean;
  print?: boolean;
  /** For somebody without an account, who came by a link: nothing around it leads into the service, or tells who is signed in. */
  plain?: boolean;
}>;

/** A page: its status, and what the frame is put around. */
export type PageReply = Readonly<{ _tag: 'Page'; status: number; page: PageContent }>;

export const page = (content: PageContent, status = 200): PageReply => ({
  _tag: 'Page',
  status,
  page: content,
});
