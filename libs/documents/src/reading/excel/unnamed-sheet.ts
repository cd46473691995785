/** What Excel and LibreOffice call a sheet that nobody named, in the languages of this continent. */
const unnamed =
  /^(?:sheet|tabelle|feuil|feuille|hoja|foglio|blad|ark|folha|planilha|arkusz|list|munka1?|taul|taulukko)[\s_]?\d*$/iu;

/** Whether a sheet has the name that its program gave it. */
export const isUnnamedSheet = (name: string): boolean => unnamed.test(name);
