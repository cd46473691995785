const shape = /^(?:action\s+)?#?([\p{L}]{0,4}[-\s]?\d[\w.()-]{0,15}?)[.):]?$/iu;

/** The number in a cell meant for one: "7", "Action 7.", "EH4", "2(i)"; `undefined` where it holds something else. */
export const planNumberIn = (text: string): string | undefined => shape.exec(text.trim())?.[1];

export const isPlanNumber = (text: string): boolean => planNumberIn(text) !== undefined;
