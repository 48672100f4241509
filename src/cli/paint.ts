/** Select Graphic Rendition: what begins a style and what ends it. */
const styles = { bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39] } as const;

/** Gives texts a style, where the terminal shows any. */
export function paint(colours: boolean): (style: keyof typeof styles, text: string) => string {
  return (style, text) => {
    const [begin, end] = styles[style];
    return colours ? `\u001b[${begin}m${text}\u001b[${end}m` : text;
  };
}
