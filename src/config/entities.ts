export const xmlEntities: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
);

const reference = /&(?:#(\d+)|#x([\da-f]+)|([a-z][a-z\d]*));/gi;

/** A text with its entities decoded; what stands for no character stays as it is written. @param named by name */
export function decodeEntities(text: string, named: ReadonlyMap<string, string>): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return named.get(name) ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}
