/**
 * Text that stands inside of a tag, whose blanks round it are gone already, without the indentation that the config has:
 * Markdown would take it for code. What is indented no deeper than the tag itself is meant so.
 *
 * @param column where the tag begins in its line, from 1
 */
export function dedent(text: string, column: number): string {
  const [first = '', ...rest] = text.split('\n');
  const depths = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const depth = depths.length > 0 ? Math.min(...depths) : 0;
  if (depth < column) return text;
  return [first, ...rest.map((line) => line.slice(Math.min(depth, line.length - line.trimStart().length)))].join('\n');
}
