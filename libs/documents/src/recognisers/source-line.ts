/** "Source: Data by …", "(source of population estimates: …)": where figures come from. */
export const isSourceLine = (words: string): boolean => /^\(?\s*sources?\b[^:]{0,60}:/i.test(words);
