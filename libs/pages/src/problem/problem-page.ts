import type { Link } from '../frame/frame.ts';
import { renderTemplate } from '../frame/render-template.ts';

/** What stands between a person and the page they asked for. */
export type ProblemStatus = 400 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

export type Problem = Readonly<{
  status: ProblemStatus;
  /** Where the usual one of the status would mislead; never told for 500. */
  heading?: string | undefined;
  /** In the words of the failure, for the person; never told for 500. */
  message?: string | undefined;
  /** More of it, line by line: each field that was refused. */
  details?: ReadonlyArray<string> | undefined;
  /** Ways on; the front page always is one. */
  ways?: ReadonlyArray<Link> | undefined;
  /** By which the server's logs name this request. */
  requestId?: string | undefined;
}>;

type Words = Readonly<{ heading: string; lines: ReadonlyArray<string> }>;

const wordsOf = (status: ProblemStatus): Words => {
  switch (status) {
    case 400:
    case 422:
      return {
        heading: 'That could not be understood',
        lines: ['Something in the address or in what was sent is not what this page accepts.'],
      };
    case 403:
      return {
        heading: 'You cannot do that',
        lines: [
          'Your account has no role that allows this. An administrator can give you one.',
          'If you filled in a form, it may have been open too long: go back, load the page again and send it once more.',
        ],
      };
    case 404:
      return {
        heading: 'Page not found',
        lines: [
          'If you typed the address, check it. If you followed a link, it may be out of date.',
        ],
      };
    case 409:
      return {
        heading: 'Somebody else changed this meanwhile',
        lines: ['Nothing of theirs was overwritten, and nothing of yours was saved.'],
      };
    case 413:
      return {
        heading: 'That is too large',
        lines: [
          'What was sent is larger than this service takes. Send a smaller file, or split it.',
        ],
      };
    case 415:
      return {
        heading: 'That kind of file is not accepted',
        lines: ['What was sent is not of a kind that this page can read.'],
      };
    case 429:
      return {
        heading: 'Too many requests',
        lines: [
          'You have asked for more than is allowed in a short time. Wait a minute, then try again.',
        ],
      };
    case 500:
      return {
        heading: 'Sorry, there is a problem with the service',
        lines: ['Try again later. What was recorded before is safe.'],
      };
    case 503:
      return {
        heading: 'Sorry, the service is not available',
        lines: ['It will be back soon. What was recorded before is safe.'],
      };
  }
};

const frontPage: Link = { text: 'Go to the front page', href: '/' };

/**
 * A problem's title for the frame and its content.
 * A 500 never says more than that there is one: what went wrong is in the server's log.
 */
export const problemPage = ({
  status,
  heading: own,
  message,
  details,
  ways,
  requestId,
}: Problem): Readonly<{ title: string; content: string }> => {
  const { heading: usual, lines } = wordsOf(status);
  const heading = status === 500 ? usual : (own ?? usual);
  const told = status === 500 || message === undefined ? lines : [message];
  return {
    title: heading,
    content: renderTemplate('problem/problem.njk', {
      heading,
      lines: told,
      details: status === 500 ? [] : (details ?? []),
      ways: [...(ways ?? []), frontPage],
      requestId,
    }),
  };
};
