import { timeText } from '../../base/time-text.js';
import type { Phrase } from './read-phrases.js';

/** What the buttons of a phrase ask for. */
export type PhraseWish = 'play' | 'seek' | 'mark';

/** When a phrase is said, the buttons that play and seek, and the one that marks all of it. */
export function phraseTools({ start }: Phrase, playable: boolean): readonly HTMLElement[] {
  const mark = button('mark', 'Mark the whole phrase');
  if (start === undefined) return [mark];
  const side = document.createElement('div');
  side.className = 'side';
  const said = timeText(start, 0);
  if (playable) {
    const time = button('seek', `Go to ${said}`);
    time.classList.add('time');
    time.textContent = said;
    side.append(button('play', 'Play this phrase'), time);
  } else {
    const time = document.createElement('span');
    time.className = 'time';
    time.textContent = said;
    side.append(time);
  }
  return [side, mark];
}

/** Has the buttons of a phrase fit what its own element says. */
export function mendTools(row: HTMLElement): void {
  for (const one of row.querySelectorAll('button')) {
    one.tabIndex = row.classList.contains('at-hand') ? 0 : -1;
    if (one.dataset.wish === 'play') name(one, row.classList.contains('playing') ? 'Pause' : 'Play this phrase');
  }
}

function button(wish: PhraseWish, title: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = wish;
  element.dataset.wish = wish;
  name(element, title);
  return element;
}

function name(element: HTMLElement, title: string): void {
  element.title = title;
  element.setAttribute('aria-label', title);
}
