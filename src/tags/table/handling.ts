import type { Scope } from '../../contract/view.js';
import type { Grid } from './grid.js';
import { type Cell, step } from './range.js';

/** CSS pixels of a row, on average. */
const ROW = 28;

/** What a person does with the table: scrolls, points, walks by keys, copies. `whole`: a popover for what is cut in its cell. */
export function handle(frame: HTMLElement, whole: HTMLElement, scope: Scope, gridNow: () => Grid | undefined): void {
  const elementOf = (cell: Cell): HTMLElement | null => frame.querySelector(`#${gridNow()?.idOf(cell)}`);
  const table = (): HTMLElement | null => frame.querySelector('table');

  const cellAt = (event: Event): Cell | undefined => {
    const element = (event.target as Element).closest<HTMLElement>('[data-row]');
    return element ? { row: Number(element.dataset.row), column: Number(element.dataset.column) } : undefined;
  };
  /** Brings the active cell into view; of a large table it may not exist yet. */
  const reveal = (grid: Grid): void => {
    const { active } = grid;
    if (!active) return;
    if (grid.isSmall) return elementOf(active)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const head = frame.querySelector('thead')?.clientHeight ?? 0;
    const { top = 0, left = 0 } = grid.viewOn(active, head);
    frame.scrollTo({ top, left });
    grid.look({ top: frame.scrollTop, left: frame.scrollLeft });
  };
  /** All of a cell, beside it. */
  const open = (cell: Cell): void => {
    const place = elementOf(cell)?.getBoundingClientRect();
    const text = gridNow()?.text(cell);
    if (!place || !text) return;
    whole.textContent = readable(text);
    whole.showPopover();
    whole.scrollTop = 0;
    const { width, height } = whole.getBoundingClientRect();
    const below = place.bottom + 2 + height <= window.innerHeight || place.top < height;
    whole.style.left = `${Math.max(8, Math.min(place.left, window.innerWidth - width - 8))}px`;
    whole.style.top = `${Math.max(8, below ? Math.min(place.bottom + 2, window.innerHeight - height - 8) : place.top - height - 2)}px`;
    whole.focus();
  };
  const isCut = (cell: Cell): boolean => {
    const inner = elementOf(cell)?.firstElementChild;
    if (!inner) return false;
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = inner;
    return (
      scrollWidth > clientWidth || scrollHeight > clientHeight || (inner.textContent ?? '') !== gridNow()?.text(cell)
    );
  };

  scope.listen(frame, 'scroll', () => {
    gridNow()?.look({ top: frame.scrollTop, left: frame.scrollLeft });
    if (whole.matches(':popover-open')) whole.hidePopover();
  });
  scope.listen<PointerEvent>(frame, 'pointerdown', (event) => {
    const grid = gridNow();
    const cell = cellAt(event);
    if (!grid || !cell || event.button !== 0) return;
    // Otherwise the text between would be selected.
    if (event.shiftKey) event.preventDefault();
    grid.pick(cell, event.shiftKey);
    table()?.focus({ preventScroll: true });
  });
  scope.listen<MouseEvent>(frame, 'click', (event) => {
    const cell = cellAt(event);
    if (cell?.row === -1) gridNow()?.sort(cell.column);
  });
  scope.listen<MouseEvent>(frame, 'dblclick', (event) => {
    const cell = cellAt(event);
    if (cell && cell.row >= 0 && isCut(cell)) open(cell);
  });
  scope.listen<MouseEvent>(frame, 'mouseover', (event) => {
    const cell = cellAt(event);
    const element = cell && cell.row >= 0 ? elementOf(cell) : null;
    if (element && !element.title && cell && isCut(cell)) element.title = 'Double click or Enter to see all of it';
  });
  scope.listen<FocusEvent>(frame, 'focusin', () => {
    const grid = gridNow();
    if (grid && !grid.active) grid.pick({ row: grid.rows > 0 ? 0 : -1, column: 0 });
  });
  scope.listen<KeyboardEvent>(frame, 'keydown', (event) => {
    const grid = gridNow();
    const { active } = grid ?? {};
    if (!grid || !active || event.altKey) return;
    const to = step(active, event, Math.max(1, Math.floor(frame.clientHeight / ROW) - 2));
    if (to) {
      grid.pick(to, event.shiftKey && to.row >= 0);
      reveal(grid);
    } else if (event.key === 'Enter' || event.key === 'F2' || (event.key === ' ' && active.row < 0)) {
      if (active.row < 0) grid.sort(active.column);
      else open(active);
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      grid.pickAll();
    } else return;
    event.preventDefault();
  });
  scope.listen<ClipboardEvent>(frame, 'copy', (event) => {
    // Text that is marked in a cell is meant first.
    if (marks(frame)) return;
    const text = gridNow()?.copied ?? '';
    if (text === '') return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  });
  scope.listen<KeyboardEvent>(whole, 'keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    whole.hidePopover();
    table()?.focus({ preventScroll: true });
  });
}

/** JSON in several lines. */
function readable(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}

function marks(element: HTMLElement): boolean {
  const root = element.getRootNode() as Document | (ShadowRoot & { getSelection?(): Selection | null });
  const selection = root.getSelection?.() ?? element.ownerDocument.getSelection();
  return selection?.type === 'Range' && String(selection) !== '';
}
