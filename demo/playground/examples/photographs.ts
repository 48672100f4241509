import type { PixelBox } from './results.js';

/** Photographs by NASA, in the public domain; see CREDITS.md. Addresses are relative to the page. */
export const rockets = { url: 'examples/rockets.jpg', width: 720, height: 360 } as const;
export const hall = { url: 'examples/hall.jpg', width: 720, height: 360 } as const;
export const launchPad = { url: 'examples/launch-pad.jpg', width: 720, height: 360 } as const;

type Found = readonly [label: string, score: number, box: PixelBox];

/** What can be seen on `rockets`, placed by hand to the pixel. Left for a person to find: the third stage, a sign, a drum … */
export const seenOnRockets: readonly Found[] = [
  ['Stage', 0.97, [0, 18, 232, 208]],
  ['Stage', 0.94, [226, 66, 489, 204]],
  ['Engine', 0.96, [84, 32, 123, 69]],
  ['Engine', 0.93, [192, 48, 225, 82]],
  ['Engine', 0.95, [141, 67, 176, 100]],
  ['Engine', 0.95, [114, 92, 149, 125]],
  ['Engine', 0.94, [168, 96, 201, 129]],
  ['Engine', 0.95, [141, 120, 176, 154]],
  ['Engine', 0.95, [84, 143, 123, 179]],
  ['Engine', 0.92, [193, 147, 225, 181]],
  ['Engine', 0.91, [422, 79, 444, 107]],
  ['Engine', 0.88, [452, 103, 470, 127]],
  ['Engine', 0.86, [437, 121, 456, 145]],
  ['Engine', 0.87, [466, 123, 481, 147]],
  ['Engine', 0.85, [452, 142, 469, 164]],
  ['Engine', 0.9, [422, 157, 444, 185]],
  ['Person', 0.84, [583, 203, 599, 242]],
  ['Person', 0.89, [590, 198, 602, 241]],
  ['Person', 0.9, [600, 203, 617, 243]],
  ['Person', 0.62, [327, 197, 340, 230]],
  ['Vehicle', 0.93, [517, 184, 588, 242]],
  ['Sign', 0.78, [38, 251, 70, 281]],
];
