/** JSON of whatever an event tells: functions are left out, maps become objects. */
export function plainJson(value: unknown): string {
  const plain = (_key: string, part: unknown) => (part instanceof Map ? Object.fromEntries(part) : part);
  return JSON.stringify(value, plain, 2) ?? 'undefined';
}

/** Lists of numbers and short texts on one line, as people write them. */
export const tidy = (json: string): string =>
  json.replace(
    /\[\n\s+((?:"[^"\n]{0,40}"|-?[\d.e+-]+|true|false|null)(?:,\n\s+(?:"[^"\n]{0,40}"|-?[\d.e+-]+|true|false|null)){0,7})\n\s+\]/g,
    (_, items: string) => `[${items.replace(/,\n\s+/g, ', ')}]`,
  );

export const kilobytes = (text: string): string => {
  const size = text.length / 1000;
  return size < 1000 ? `${size.toFixed(size < 10 ? 1 : 0)} kB` : `${(size / 1000).toFixed(1)} MB`;
};
