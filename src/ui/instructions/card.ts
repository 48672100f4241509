import { html, render } from 'lit';
import { iconButton } from '../buttons.js';
import type { Desk } from '../desk.js';
import { setShown } from './shown.js';
import { instructionsTexts } from './texts.js';

export { instructionsStyles as styles } from './styles.js';

/** Shows the instructions over the content until they are closed; the returned function closes them. */
export function openCard(desk: Desk, text: string, focus: boolean): () => void {
  const frame = desk.root.querySelector('.frame');
  const texts = instructionsTexts(desk.locale);
  const card = document.createElement('section');
  card.className = 'instructions';
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-labelledby', 'instructions-title');
  const before = desk.root.activeElement;
  const close = () => {
    if (!card.isConnected) return;
    drop();
    const held = card.contains(desk.root.activeElement);
    card.remove();
    setShown(desk, false);
    const back = before instanceof HTMLElement && before.isConnected ? before : frame?.parentElement;
    if (held) back?.focus({ preventScroll: true });
  };
  // It lies over the content: wherever the focus is, it is the first to go.
  const drop = desk.editor.actions.add([
    { name: 'close-instructions', title: texts.closeInstructions, keys: 'escape', group: desk.texts.view, run: close },
  ]);
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    close();
  };
  const body = document.createElement('div');
  body.className = 'le-markdown';
  render(
    html`<div class="instructions-card" tabindex="-1" @keydown=${key}><header><h2 id="instructions-title">${texts.instructions}</h2>${iconButton(
      {
        label: desk.texts.close,
        icon: 'x',
        press: close,
      },
    )}</header><div class="instructions-body" tabindex="0" role="document" aria-label=${texts.instructions}>${body}</div></div>`,
    card,
  );
  frame?.append(card);
  setShown(desk, true);
  if (focus) card.querySelector<HTMLElement>('.instructions-card')?.focus({ preventScroll: true });
  void fill(desk, body, text);
  return close;
}

/** As plain text, where what reads Markdown cannot be had. */
async function fill({ root }: Desk, body: HTMLElement, text: string): Promise<void> {
  try {
    const { loadMarkdown, richMarkupStyles } = await import('../../tags/parts/rich-markup.js');
    const read = await loadMarkdown();
    adoptText(root, richMarkupStyles);
    body.replaceChildren(read(text));
  } catch {
    body.textContent = text;
    body.classList.add('instructions-plain');
  }
}

const sheets = new Map<string, CSSStyleSheet>();

function adoptText(root: ShadowRoot, css: string): void {
  const sheet = sheets.get(css) ?? new CSSStyleSheet();
  if (!sheets.has(css)) sheet.replaceSync(css);
  sheets.set(css, sheet);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
