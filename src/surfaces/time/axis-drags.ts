import type { Drag } from './gestures.js';

/** Takes the playhead along. @param offset CSS pixels from the pointer to the playhead */
export function scrub(event: PointerEvent, offset: number, seek: (clientX: number) => void): Drag {
  const go = ({ clientX }: PointerEvent) => seek(clientX + offset);
  if (offset === 0) go(event);
  return { scrolls: true, move: go, end: () => {}, cancel: () => {} };
}

/** Moves what is in view with the pointer. */
export function pan(event: PointerEvent, panBy: (dx: number, dy: number) => void): Drag {
  let last = event;
  const move = (now: PointerEvent) => {
    panBy(now.clientX - last.clientX, now.clientY - last.clientY);
    last = now;
  };
  return { move, end: () => {}, cancel: () => {} };
}

/** Scrolls by the thumb. @param perPixel content that passes for a CSS pixel of the thumb's way */
export function dragThumb(event: PointerEvent, from: number, perPixel: number, scrollTo: (top: number) => void): Drag {
  return {
    move: (now) => scrollTo(from + (now.clientY - event.clientY) * perPixel),
    end: () => {},
    cancel: () => scrollTo(from),
  };
}
