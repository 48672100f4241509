/** The parser of Papa Parse, as much of it as is used: with it, texts can be read piece by piece. Its own types need Node. */
declare module 'papaparse' {
  const Papa: {
    readonly Parser: new (config: {
      readonly delimiter: string;
      readonly newline: '\n' | '\r';
      readonly step?: (row: Results) => void;
    }) => Parser;
  };
  interface Parser {
    /** @param ignoreLastRow what stands behind the last end of a line may go on in the next piece */
    parse(text: string, base: number, ignoreLastRow: boolean): Results;
  }
  interface Results {
    readonly data: readonly string[][];
    readonly errors: readonly { readonly code: string }[];
    /** `cursor`: where the last row ends, behind its end of line. */
    readonly meta: { readonly cursor: number };
  }
  export = Papa;
}
