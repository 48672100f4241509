/** Elements whose white space is seen. */
const kept = /<(pre|textarea|script|style)\b[\s\S]*?<\/\1\s*>/gi;

/**
 * HTML as it becomes the value of a task: text between tags that is nothing but white space is taken out, other white
 * space is one space, except where it is seen.
 */
export function minifiedHtml(html: string): string {
  let text = '';
  let at = 0;
  for (const found of html.matchAll(kept)) {
    text += minified(html.slice(at, found.index)) + found[0];
    at = found.index + found[0].length;
  }
  return text + minified(html.slice(at));
}

/** Piece by piece: tags and comments stay as they are. */
function minified(html: string): string {
  let text = '';
  for (const piece of html.split(/(<!--[\s\S]*?-->|<[^>]*>)/)) {
    if (piece.startsWith('<')) text += piece;
    else if (piece.trim() !== '') text += piece.replace(/[ \t\r\n\f]+/g, ' ');
  }
  return text;
}
