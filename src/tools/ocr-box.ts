import { inPercent as asPercent, type OcrBox } from '../shapes/ocr/codec.js';
import { withText } from '../shapes/ocr/shape.js';
import { boxAround, wordsUnder } from '../shapes/ocr/words.js';
import type { Rectangle } from '../shapes/rectangle/codec.js';
import { boxAbout, handyBox } from './box.js';
import { type Env, inPercent, isTiny, type Point } from './on-picture.js';
import { twoPointTool } from './two-points.js';

/** CSS pixels round a double click in which a word is looked for. */
const REACH = 2;

/** Draws a box round the words that the pointer goes over; where there are none, from corner to corner. */
export const ocrBoxTool = twoPointTool<OcrBox>(
  { name: 'ocr-box', shape: 'ocr', title: 'Text box', icon: 'text-select', hotkey: 't' },
  {
    between: (from, to, env) => aroundWords(spanned(from, to), env) ?? withText(spanned(from, to), env.sight.facts),
    handy: (at, env) => aroundWords(about(at, env), env) ?? withText(handyBox(at, env), env.sight.facts),
    about: (at, env) => withText(boxAbout(at, env), env.sight.facts),
    isTiny(box, env) {
      const { width, height } = asPercent(box);
      return box.ocrtext === undefined && isTiny(width, height, env);
    },
  },
);

/** Round the words that it touches, with what they say; undefined where there are none. */
function aroundWords(box: Rectangle, { sight, options }: Env): OcrBox | undefined {
  const { words } = sight.facts;
  if (!words || options.snap === 'none') return words && withText(box, sight.facts);
  const around = boxAround(wordsUnder(box, words, sight.facts));
  return around && withText(around, sight.facts);
}

function about([x, y]: Point, env: Env): Rectangle {
  const [across, down] = inPercent(REACH, env);
  return spanned([x - across, y - down], [x + across, y + down]);
}

const spanned = (from: Point, to: Point): Rectangle => ({
  x: Math.min(from[0], to[0]),
  y: Math.min(from[1], to[1]),
  width: Math.abs(to[0] - from[0]),
  height: Math.abs(to[1] - from[1]),
  rotation: 0,
});
