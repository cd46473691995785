/** What a reader of the document has to know before any of its operations. */
export const description = `Every question and command of Trackrecord.

**Who asks.** A program sends a token that an administrator has made: \`Authorization: Bearer trk_…\`. It has one role, on one plan or on every plan, and what it records is recorded for the person whom it acts for.

**Two clocks.** Every question about a plan takes \`asOf\` (a date: what was true by then) and \`knownAt\` (what was recorded by then: an ordinal, a date meaning its end, or an instant). Both are now where they are left out. \`asIn\` asks what an imported document and those before it said. Every answer about a plan says at which \`ordinal\` it was given: asked again with \`knownAt\` at that ordinal, it says the same for ever.

**Changes** say since when they are true (\`effectiveOn\`, today where it is left out), why, and on whose word. A change that says what is so already is accepted and is nothing new: its answer has no events.

**ETag and If-Match.** A plan, an action, an indicator and a party are answered with an ETag, \`"812-…"\`: the ordinal of its last change, and a digest of the answer. \`If-None-Match\` is answered with 304 while the answer is the same. A change with \`If-Match\` is refused with 412 where the thing was changed since that ordinal; the digest does not count, so that the ETag of a table or of another date serves too. The ordinal also stands for \`basedOn\`: where others changed the same field meanwhile, the change is refused with 409, and \`changed\` says what it is now.

**Idempotency-Key.** Every change takes one. The same request sent again with the same key answers as the first time, and nothing is written twice, also after the server was restarted; with another request the key is refused with 422.

**Pages.** Long lists are answered by pages: \`limit\` says how much at most, and the header \`Link\` with \`rel="next"\` where the next page is.

**Tables.** Where a table makes sense, \`Accept: text/csv\`, \`?format=csv\` or \`.csv\` at the end of the path asks for one: UTF-8, a row of headings, safe to open in a spreadsheet. The header \`Trackrecord-Question\` repeats the question.

**Problems** are answered as problem details (RFC 9457), with every fault and where it lies in \`errors\`. /api/problems says of each kind what it means.

**What is not known is refused**: a parameter or a member that is misspelt is told, not passed over.
`;
