/** Lines of a text, in batches, as they come: they end with LF, CR or CR LF, and with nothing else. */
export async function* textLines(text: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let rest = '';
  for await (const piece of text) {
    const joined = rest + piece;
    // A CR at the end may be half of a CR LF.
    const end = lastEnd(joined);
    rest = joined.slice(end);
    if (end > 0) yield linesOf(joined.slice(0, end));
  }
  if (rest !== '') yield rest.endsWith('\r') ? [rest.slice(0, -1)] : [rest];
}

function lastEnd(text: string): number {
  const [feed, back] = [text.lastIndexOf('\n'), text.lastIndexOf('\r', text.length - 2)];
  return Math.max(feed, text.length > 1 ? back : -1) + 1;
}

/** @param text that ends with the end of a line */
function linesOf(text: string): readonly string[] {
  const lines = text.includes('\r') ? text.split(/\r\n|\r|\n/) : text.split('\n');
  lines.pop();
  return lines;
}
