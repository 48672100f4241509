/** A box in pixels of the picture: left, top, right, bottom. */
export type PixelBox = readonly [left: number, top: number, right: number, bottom: number];

interface Picture {
  readonly width: number;
  readonly height: number;
}

const percent = (part: number, whole: number) => Math.round((part / whole) * 1e5) / 1e3;

/** Where a box is, as results say it: percent of the picture's width and height. */
export function place([left, top, right, bottom]: PixelBox, { width, height }: Picture) {
  return {
    x: percent(left, width),
    y: percent(top, height),
    width: percent(right - left, width),
    height: percent(bottom - top, height),
    rotation: 0,
  };
}

/** What every result on a picture says beside its value. */
export const onPicture = ({ width, height }: Picture) => ({
  original_width: width,
  original_height: height,
  image_rotation: 0,
});

/**
 * Every occurrence of the words in the text, in code points, which is what results count in. Words that come first in
 * the list win where two overlap.
 */
export function spans(text: string, words: readonly (readonly [label: string, words: string])[]) {
  const points = [...text];
  const taken = new Set<number>();
  const found: { readonly label: string; readonly start: number; readonly end: number; readonly text: string }[] = [];
  for (const [label, wanted] of words) {
    const { length } = [...wanted];
    for (let start = 0; start + length <= points.length; start++) {
      const end = start + length;
      if (taken.has(start) || points.slice(start, end).join('') !== wanted) continue;
      for (let at = start; at < end; at++) taken.add(at);
      found.push({ label, start, end, text: wanted });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
