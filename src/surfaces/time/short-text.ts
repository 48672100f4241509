/** By font and text. Texts come from configs and results, so that there may be many. */
const widths = new Map<string, number>();
/** By font, text and room. */
const cuts = new Map<string, string>();
const MOST_KNOWN = 5000;
/** Room is given in steps of so many CSS pixels, so that a zoom does not measure everything anew. */
const GRAIN = 4;
/** A transcript may be long; nobody has room for more letters than this. */
const MOST_LETTERS = 400;

/** As much of a text as has room, with an ellipsis; nothing where not even that has. @param font which the context has */
export function shortened(context: CanvasRenderingContext2D, font: string, text: string, room: number): string {
  const most = Math.floor(room / GRAIN) * GRAIN;
  if (most < 12 || text === '') return '';
  const name = `${font} ${text}`;
  const line = () => text.slice(0, MOST_LETTERS).replace(/\s+/g, ' ');
  const width = remembered(widths, name, () => context.measureText(line()).width);
  if (width <= most && text.length <= MOST_LETTERS) return text;
  return remembered(cuts, `${most} ${name}`, () => cutText(context, line(), width, most));
}

function remembered<V>(known: Map<string, V>, key: string, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size > MOST_KNOWN) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}

function cutText(context: CanvasRenderingContext2D, text: string, width: number, most: number): string {
  const letters = [...text];
  let length = Math.min(letters.length, Math.floor((letters.length * most) / width));
  const cut = () => `${letters.slice(0, length).join('').trimEnd()}…`;
  while (length > 0 && context.measureText(cut()).width > most) length--;
  return length > 0 ? cut() : '';
}
