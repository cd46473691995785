/** A colour that a file gives to a cell or to words, as a reader of the document sees it. */
export type Colour = Readonly<{
  /** "#FFC000": six hexadecimal digits in capitals. */
  hex: string;
  /**
   * What is coloured: the cell, the words' background, the words themselves; or the cell by a rule of its sheet
   * (conditional formatting).
   */
  by: 'cell' | 'highlight' | 'words' | 'rule';
}>;
