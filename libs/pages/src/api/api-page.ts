import { renderTemplate } from '../frame/render-template.ts';

/** An operation in the list of all. */
export type ListedOperation = Readonly<{
  method: string;
  path: string;
  summary: string;
  href: string;
}>;

/** What the API can do, by what it is about. */
export type ApiOverview = Readonly<{
  /** In paragraphs: who asks, the clocks, how changes are made safe. */
  introduction: ReadonlyArray<Readonly<{ heading: string; text: string }>>;
  /** A first request, for a shell. */
  example: string;
  documentHref: string;
  problemsHref: string;
  tags: ReadonlyArray<
    Readonly<{ name: string; words: string; operations: ReadonlyArray<ListedOperation> }>
  >;
}>;

export const apiPage = (overview: ApiOverview): Readonly<{ title: string; content: string }> => ({
  title: 'The API',
  content: renderTemplate('api/api.njk', {
    ...overview,
    tags: overview.tags.map((tag, place) => ({ ...tag, id: `tag-${place + 1}` })),
  }),
});

/** One line of a table of what is sent or answered. */
export type DescribedMember = Readonly<{
  name: string;
  where: string;
  needed: boolean;
  accepts: string;
  description: string;
}>;

/** One operation, whole. */
export type ApiOperation = Readonly<{
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: ReadonlyArray<DescribedMember>;
  body: Readonly<{ members: ReadonlyArray<DescribedMember>; schema: string }> | undefined;
  example: string;
  answers: ReadonlyArray<
    Readonly<{ status: string; description: string; type: string; schema: string | undefined }>
  >;
  problems: ReadonlyArray<Readonly<{ status: string; description: string; href: string }>>;
}>;

export const apiOperationPage = (
  operation: ApiOperation,
): Readonly<{ title: string; content: string }> => ({
  title: operation.summary,
  content: renderTemplate('api/operation.njk', operation),
});

/** A kind of problem, by its place on the page. */
export type ApiProblemType = Readonly<{
  slug: string;
  title: string;
  statuses: ReadonlyArray<number>;
  words: string;
}>;

export const apiProblemsPage = (
  types: ReadonlyArray<ApiProblemType>,
): Readonly<{ title: string; content: string }> => ({
  title: 'Problems that the API answers with',
  content: renderTemplate('api/problems.njk', { types }),
});
