/** A reference to another action, priority, appendix or document; `to` where the words name one that is known. */
export type CrossReference = Readonly<{ asWritten: string; to?: string }>;
