type Item = Readonly<{ value: string; text: string }>;

/** What is said about a document, as it was typed. */
export type AboutForm = Readonly<{
  /** The date that the document speaks of. */
  on: string;
  /** Of a plan that is not there yet. */
  plan: string;
  title: string;
  /** One of the partnerships that there are, by its name; or the name of another. */
  partnership: string;
  otherPartnership: string;
}>;

export const emptyAbout: AboutForm = {
  on: '',
  plan: '',
  title: '',
  partnership: '',
  otherPartnership: '',
};

export const partnershipItems = (names: ReadonlyArray<string>): ReadonlyArray<Item> =>
  names.map((name) => ({ value: name, text: name }));
