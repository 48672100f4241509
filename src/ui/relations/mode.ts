import { html, nothing, render } from 'lit';
import type { Scope } from '../../contract/view.js';
import { writing } from '../../editor/actions/hotkeys.js';
import type { Relating } from '../../editor/relations/relating.js';
import { selectedOther } from '../../editor/relations/relation-actions.js';
import { reaction } from '../../reactive/index.js';
import { iconButton, keysText } from '../buttons.js';
import type { Desk } from '../desk.js';
import { arrowOf, svgElement } from './arrow.js';
import { ChipPlaces } from './chips.js';
import { layCurve } from './curves.js';
import { type Box, dotPath, headPath, type Point } from './paths.js';
import { relationTexts } from './texts.js';

/** CSS pixels that a click may stray. */
const STRAY = 6;
/** What needs its own keys and presses. */
const elsewhere = 'button, a[href], input, select, textarea, [popover], dialog';

/**
 * While a relation is being made, presses on what is shown go to no tool: they pick the other region. So does a press on
 * its row of the list, and Enter for a region that the keyboard got to.
 *
 * @param madeByKey runs after a relation was made by the keyboard
 */
export function listenForOther(
  desk: Desk,
  relating: Relating,
  frame: HTMLElement,
  scope: Scope,
  madeByKey: () => void,
): void {
  const { editor } = desk;
  let down: PointerEvent | undefined;
  /** What Enter or Space selects on a surface is what they pick. */
  let picking = false;

  const early = { capture: true };
  const taken = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const surfaceOf = (event: Event) => {
    for (const target of event.composedPath()) {
      if (target === frame) return undefined;
      const surface = target instanceof Element ? editor.stages.around(target) : undefined;
      if (surface) return surface;
    }
    return undefined;
  };
  const targetOf = (event: Event) => event.composedPath()[0] as Element;
  const rowOf = (event: Event) =>
    targetOf(event).closest('button') ? undefined : targetOf(event).closest<HTMLElement>('.regions .row')?.dataset.id;
  const active = () => relating.source !== undefined;
  const isMain = ({ button, isPrimary }: PointerEvent) => button === 0 && isPrimary;

  scope.listen<PointerEvent>(
    frame,
    'pointerdown',
    (event) => {
      if (!active() || !isMain(event) || (!surfaceOf(event) && arrowOf(event) === undefined)) return;
      down = event;
      taken(event);
    },
    early,
  );
  scope.listen<PointerEvent>(
    frame,
    'pointerup',
    (event) => {
      const start = down;
      down = undefined;
      if (!start || !active() || !isMain(event)) return;
      taken(event);
      if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > STRAY) return;
      const at = new DOMPointReadOnly(event.clientX, event.clientY);
      const under = surfaceOf(event) ?? surfaceUnder(desk, at);
      const id = under?.pick(at)?.regionId;
      if (id !== undefined) relating.finish(id);
    },
    early,
  );
  for (const type of ['mousedown', 'click', 'dblclick']) {
    scope.listen(
      frame,
      type,
      (event) => {
        if (!active()) return;
        const row = type === 'click' ? rowOf(event) : undefined;
        if (row !== undefined) relating.finish(row);
        if (row !== undefined || surfaceOf(event) || arrowOf(event) !== undefined) taken(event);
      },
      early,
    );
  }
  scope.listen<KeyboardEvent>(
    frame,
    'keydown',
    (event) => {
      picking = false;
      const target = targetOf(event);
      if (!active() || target.closest(elsewhere) || target.matches(writing)) return;
      if (event.key === 'Escape') {
        relating.stop();
        taken(event);
        return;
      }
      if (event.key !== 'Enter' && event.key !== ' ') return;
      const other = event.key === 'Enter' ? (rowOf(event) ?? selectedOther(editor, relating)) : undefined;
      if (other === undefined) {
        picking = surfaceOf(event) !== undefined;
        return;
      }
      taken(event);
      if (relating.finish(other)) madeByKey();
    },
    early,
  );
  scope.add(
    reaction(
      () => editor.selection.ids,
      () => {
        const other = picking && active() ? selectedOther(editor, relating) : undefined;
        if (other === undefined) return;
        picking = false;
        if (relating.finish(other)) madeByKey();
      },
    ),
  );
}

/** An arrow may lie over the region that is meant. */
function surfaceUnder({ editor, root }: Desk, { x, y }: DOMPointReadOnly) {
  for (const element of root.elementsFromPoint(x, y)) {
    const surface = editor.stages.around(element);
    if (surface) return surface;
  }
  return undefined;
}

/** Shows that a relation is being made: what to do, and a line from the region to where it would lead. */
export function showMode(desk: Desk, relating: Relating, frame: HTMLElement, content: Element, scope: Scope): void {
  const { editor } = desk;
  const note = document.createElement('div');
  note.className = 'relating-note';
  note.hidden = true;
  note.setAttribute('role', 'status');
  const aim = svgElement('svg', 'le-relations le-relations-free');
  aim.setAttribute('aria-hidden', 'true');
  const line = svgElement('path', 'le-relation-aim');
  const ends = svgElement('path', 'le-relation-aim-ends');
  aim.append(line, ends);
  content.after(aim, note);
  let at: Point | undefined;
  let awaited = false;

  const draw = () => {
    awaited = false;
    const { source } = relating;
    const from = source && editor.stages.bounds(source.id);
    const { selection } = editor;
    const to = source && targetBox(selection.hovered ?? selectedOther(editor, relating));
    const drawn = from && (to ?? (at && around(at)));
    if (!from || !drawn) {
      line.removeAttribute('d');
      ends.removeAttribute('d');
      return;
    }
    const origin = aim.getBoundingClientRect();
    const own = ({ left, top, right, bottom }: Box): Box => ({
      left: left - origin.left,
      top: top - origin.top,
      right: right - origin.left,
      bottom: bottom - origin.top,
    });
    const { path, tips } = layCurve(
      { id: '', from: own(from), to: own(drawn), headed: [false, true], chip: 0, nth: 0 },
      new ChipPlaces(),
    );
    line.setAttribute('d', path);
    ends.setAttribute('d', dotPath(tips[0]) + headPath(tips[1]));
  };
  const targetBox = (id: string | undefined) =>
    id === undefined || id === relating.source?.id ? undefined : editor.stages.bounds(id);
  const awaitDraw = () => {
    if (awaited) return;
    awaited = true;
    scope.frame(draw);
  };
  const { host } = desk.root;
  scope.react(() => {
    const on = relating.source !== undefined;
    const texts = relationTexts(desk.locale);
    frame.closest('.le')?.toggleAttribute('data-relating', on);
    note.hidden = !on;
    if (!on) at = undefined;
    render(
      on
        ? html`<span>${texts.clickOther} · <kbd>${keysText('escape')}</kbd> ${texts.stops}</span>${iconButton({
            label: texts.stop,
            icon: 'x',
            press: () => relating.stop(),
          })}`
        : nothing,
      note,
    );
    void [editor.selection.hovered, editor.selection.ids];
    awaitDraw();
  });
  scope.listen<PointerEvent>(
    host,
    'pointermove',
    ({ clientX, clientY }) => {
      if (!relating.source) return;
      at = { x: clientX, y: clientY };
      awaitDraw();
    },
    { passive: true },
  );
  scope.listen(desk.root, 'scroll', () => relating.source && awaitDraw(), { capture: true, passive: true });
}

const around = ({ x, y }: Point): Box => ({ left: x, top: y, right: x, bottom: y });
