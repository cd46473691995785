/** What a rule finds wrong, in words: nothing where it is kept. */
export type Violations = ReadonlyArray<string>;

export const when = (condition: boolean, violation: string): Violations =>
  condition ? [violation] : [];

/** A setting whose value is a secret. What ends with `_FILE` only names where one is. */
export const isSecretName = (name: string): boolean =>
  /passw(or)?d|passphrase|secret|token|credential|api_?key|private_?key/i.test(name) &&
  !name.endsWith('_FILE');
