/** A kind of problem, as its own place on the page of problems tells it. */
export type ProblemType = Readonly<{
  /** Its place on that page; absent for what has no more to it than its status. */
  slug: string;
  title: string;
  statuses: ReadonlyArray<number>;
  /** What it means, and what to do about it. */
  words: string;
}>;

/** Every kind of problem that the API comes to. */
export const problemTypes: ReadonlyArray<ProblemType> = [
  {
    slug: 'invalid',
    title: 'What was sent is not what is accepted',
    statuses: [400],
    words:
      'A member of the body, a parameter or a header is missing, unknown or wrong. Every fault is listed in “errors”, with what would be accepted; nothing was changed. A name that is not known is refused too: a clock that is misspelt must not answer about today.',
  },
  {
    slug: 'not-authorised',
    title: 'Not allowed',
    statuses: [403],
    words:
      'Whoever asks is known and may not do that. The detail says which roles may; an administrator gives them.',
  },
  {
    slug: 'missing',
    title: 'Not found',
    statuses: [404],
    words:
      'What the address names is not there on the date that was asked for, as known then. Where it comes later, “firstOn” is the first date on which it is there.',
  },
  {
    slug: 'conflict',
    title: 'Somebody else changed it meanwhile',
    statuses: [409],
    words:
      'The same field was changed since the ordinal that the change was based on. “changed” says what it is now, by whom and at which ordinal. Nothing was written: look again, and say it again if it still holds.',
  },
  {
    slug: 'changed-since',
    title: 'It was changed since you looked',
    statuses: [412],
    words:
      'What If-Match names was changed since. Nothing was written. Get it again with its new ETag.',
  },
  {
    slug: 'not-a-kind-that-is-taken',
    title: 'Not a kind that is taken',
    statuses: [415],
    words: 'The body is of a kind that is not taken there. Send JSON, as its Content-Type says.',
  },
  {
    slug: 'refused',
    title: 'A rule of the plan stands in the way',
    statuses: [404, 422],
    words:
      'What was asked can be read, and the plan does not allow it: a rating that is not on its scale, a closed action, a ref that is taken. The detail says which rule.',
  },
  {
    slug: 'unreadable',
    title: 'The file cannot be taken',
    statuses: [422],
    words:
      'A document that is no text, too large, or not a plan. The detail says what was seen in it.',
  },
  {
    slug: 'idempotency-key-reused',
    title: 'This key stands for another request',
    statuses: [422],
    words:
      'The Idempotency-Key was sent before with another request. Repeat a request exactly, or give a new one a new key.',
  },
  {
    slug: 'not-yet',
    title: 'Not here yet',
    statuses: [503],
    words:
      'The change that is waited for has not come to this node in that time. Ask again in a moment, or wait longer.',
  },
  {
    slug: 'busy',
    title: 'Too much at once',
    statuses: [503],
    words:
      'Too many documents are being read just now. Nothing was recorded; send it again after as many seconds as Retry-After says.',
  },
  {
    slug: 'storage',
    title: 'The log cannot be read or written',
    statuses: [409, 413, 422, 500, 503],
    words:
      'The log was not there, was locked by another process, or others kept changing the same plan. Nothing was half-written; a change can be sent again with its Idempotency-Key.',
  },
];
