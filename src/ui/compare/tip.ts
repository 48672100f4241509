import { html, nothing, render, type TemplateResult } from 'lit';
import type { Scope } from '../../contract/view.js';
import type { Comparison } from '../../editor/compare/comparison.js';
import type { Desk } from '../desk.js';
import { regionCell } from './cells.js';

/** CSS pixels between the pointer and the tip, and the edge of the window. */
const AWAY = 14;
const MARGIN = 4;

/** Tells beside the pointer whose regions it is on, and what each calls the same thing. */
export function followPointer(desk: Desk, comparison: Comparison, content: Element, scope: Scope): void {
  const tip = content.ownerDocument.createElement('div');
  tip.className = 'popover compare-tip';
  tip.popover = 'manual';
  tip.setAttribute('role', 'tooltip');
  desk.root.querySelector('.le')?.append(tip);
  let inside = false;
  const place = ({ clientX, clientY }: PointerEvent) => {
    if (!tip.matches(':popover-open')) return;
    const { clientWidth, clientHeight } = document.documentElement;
    const { offsetWidth, offsetHeight } = tip;
    const left = clientX + AWAY + offsetWidth + MARGIN <= clientWidth ? clientX + AWAY : clientX - AWAY - offsetWidth;
    const top = clientY + AWAY + offsetHeight + MARGIN <= clientHeight ? clientY + AWAY : clientY - AWAY - offsetHeight;
    tip.style.translate = `${Math.max(MARGIN, left)}px ${Math.max(MARGIN, top)}px`;
  };
  let last: PointerEvent | undefined;
  const moved = (event: PointerEvent) => {
    last = event;
    inside = true;
    place(event);
  };
  scope.listen(content, 'pointermove', moved, { passive: true, capture: true });
  scope.listen(content, 'pointerleave', () => {
    inside = false;
    tip.hidePopover();
  });
  scope.react(() => {
    const row = comparison.pointed;
    if (row?.of !== 'region' || !inside) {
      tip.hidePopover();
      return;
    }
    render(faces(desk, comparison, row.cells), tip);
    tip.showPopover();
    if (last) place(last);
  });
  scope.add(() => {
    render(nothing, tip);
    tip.remove();
  });
}

function faces(
  desk: Desk,
  comparison: Comparison,
  cells: Extract<NonNullable<Comparison['pointed']>, { of: 'region' }>['cells'],
): TemplateResult {
  return html`${cells.map((region, column) => {
    const side = comparison.compared[column];
    if (!region || !side) return nothing;
    const { labels } = regionCell(desk, side, region);
    return html`<div class="compare-face"><i
      class="compare-line" ?data-dashed=${side.completion.kind === 'prediction'} .style=${`--le-line-colour: ${side.colour}`}
    ></i><b>${comparison.nameOf(side.completion)}</b> <span class="muted">${labels.map(({ name }) => name).join(', ')}</span></div>`;
  })}`;
}
