const gap =
  /(?<![\w*])\*{2,}(?![\w*])|\bx{2,}\b|\(\s*(?:data|figures?|numbers?|baseline|information)\s+(?:is |are )?(?:needed|required|missing|tbc|to follow)[^()]{0,80}\)|\(\s*(?:how many|how much|what|which|when|who)\b[^()]{0,200}\?\s*\)|\(\?\)/g;

const isRule = (text: string): boolean => /^[*\s]+$/.test(text);

/** Places where words stand in for data that the plan lacks: "by ***", "xxx people", "(data needed)". */
export const listDataGaps = (text: string): ReadonlyArray<string> =>
  isRule(text) ? [] : [...text.matchAll(gap)].map((found) => found[0]);
