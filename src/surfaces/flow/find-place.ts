import type { Scope } from '../../contract/view.js';
import { runInAction } from '../../reactive/index.js';
import type { FindPlace } from './find-bar.js';
import type { FlowFrame } from './flow-frame.js';
import type { KeyboardCaret } from './keyboard-caret.js';
import type { Stretch } from './laid-text.js';
import type { Place } from './painter.js';
import type { ShownText } from './shown-text.js';

/** What of a text surface the find bar works on; another text has another `shown` and `caret`. */
export interface FindParts {
  readonly scope: Scope;
  readonly frame: FlowFrame;
  shown(): ShownText;
  caret(): KeyboardCaret;
  selectable(): boolean;
  /** Asks for regions, as one step. */
  range(first: Stretch, further: readonly Stretch[]): void;
  repaint(): void;
  bringIntoView(place: Place): void;
}

/** UTF-16 units of selected text that are looked for when the bar is opened. */
const mostWords = 200;

export function findPlace({ scope, frame, shown, caret, ...parts }: FindParts): FindPlace {
  const regions = () => shown().index.layers.length;
  const drawn = () => new Promise<void>((resolve) => scope.frame(() => scope.frame(() => resolve())));
  return {
    laid: () => shown().laid,
    head: (bar, sheet) => {
      frame.dress(sheet);
      frame.head(bar);
    },
    start: () => caret().selected?.from ?? caret().focus ?? shown().geometry.firstIn(frame.visible()),
    selectedWords: () => {
      const { from = 0, to = 0 } = caret().selected ?? {};
      return to - from > mostWords ? '' : shown().laid.text.slice(from, to);
    },
    markable: parts.selectable,
    show: (places, now, goes) => {
      shown().found = { places, now };
      if (now && goes) parts.bringIntoView(now);
      parts.repaint();
    },
    isMarked: ({ from, to }) =>
      shown()
        .index.meeting(from, to)
        .some(({ start, end }) => start === from && end === to),
    mark: async (matches) => {
      const before = regions();
      const [first, ...further] = matches;
      // Together, or each region would have everything drawn anew.
      if (first) runInAction(() => parts.range(first, further));
      await drawn();
      return regions() - before;
    },
    leave: (match) => {
      frame.scroller.focus({ preventScroll: true });
      if (match) caret().put(match);
    },
  };
}
