import { nothing, type TemplateResult } from 'lit';
import { marksText, writing } from '../../editor/actions/hotkeys.js';
import type { Desk } from '../desk.js';
import { later } from '../later.js';

/** Client pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const fetched = later(() => import('./region-menu.js'));

/** The menu of the selected regions, once it was opened. Observable. */
export const regionMenu = (desk: Desk): TemplateResult | typeof nothing =>
  fetched.of(desk)?.regionMenu(desk) ?? nothing;

const open = (desk: Desk, at: Point): void => fetched.with(desk, ({ openMenu }) => openMenu(desk, at));

/** Opens the menu by the right button, a long press or the menu key, for the region there or for what is selected. */
export function openByPointer(desk: Desk, event: MouseEvent): void {
  const { editor } = desk;
  const [target] = event.composedPath();
  if (!(target instanceof Element) || target.matches(writing) || marksText(desk.root.host as HTMLElement)) return;
  const { pointerType } = event as PointerEvent;
  const surface = editor.stages.around(target);
  const row = target.closest<HTMLElement>('.row[data-id]')?.dataset.id;
  if (!surface && row === undefined) return;
  const byKey = pointerType === '';
  const hit = byKey ? undefined : surface?.pick(new DOMPointReadOnly(event.clientX, event.clientY))?.regionId;
  const id = row ?? (hit !== undefined && editor.doc.regions.has(hit) ? hit : undefined);
  if (event.defaultPrevented) {
    // A finger that rests on a region while nothing is painted over it: the press was not meant to move it.
    if (pointerType !== 'touch' || id === undefined || (surface && editor.toolbox.active(surface.space)?.over)) return;
    editor.stages.cancel();
  }
  if (id !== undefined && !editor.selection.has(id)) editor.select([id]);
  if (editor.selection.ids.length === 0) return;
  event.preventDefault();
  open(desk, byKey ? besideSelection(desk) : { x: event.clientX, y: event.clientY });
}

/** Opens the menu beside what is selected. */
export const openByKey = (desk: Desk): void => open(desk, besideSelection(desk));

function besideSelection({ editor, root }: Desk): Point {
  const boxes = editor.selection.ids.flatMap((id) => editor.stages.bounds(id) ?? []);
  const box = boxes[0] ?? (root.activeElement ?? root.host).getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  return { x: Math.min(box.right, clientWidth), y: Math.min(box.top, clientHeight) };
}
