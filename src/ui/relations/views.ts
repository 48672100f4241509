import type { nothing, TemplateResult } from 'lit';
import type { Scope } from '../../contract/view.js';
import type { Relating } from '../../editor/relations/relating.js';
import type { Desk } from '../desk.js';
import { adopt } from '../later.js';
import { arrowOf } from './arrow.js';
import { RelationCard } from './card.js';
import { listenForOther, showMode } from './mode.js';
import { RelationOverlay } from './overlay.js';
import { RelationList } from './relation-list.js';
import { relationStyles } from './styles.js';

export { relationFacts } from './relation-facts.js';

const lists = new WeakMap<Desk, RelationList>();

/** Shows relations in an editor until the scope ends: arrows, the card of the picked one, how one is made. */
export function showRelations(desk: Desk, relating: Relating, scope: Scope): void {
  const { root, editor } = desk;
  const frame = root.querySelector<HTMLElement>('.frame');
  const content = root.querySelector<HTMLElement>('#content');
  if (!frame || !content) return;
  adopt(root, relationStyles);
  const overlay = new RelationOverlay(desk, relating, content, scope);
  const card = new RelationCard(desk, relating, frame.parentElement ?? frame, (id) => overlay.placeOf(id), scope);
  overlay.onDrawn(() => card.place());
  lists.set(desk, new RelationList(desk, relating, scope, () => card.focus()));
  listenForOther(desk, relating, frame, scope, () => card.focus());
  showMode(desk, relating, frame, content, scope);
  // A press beside all arrows lets go of the picked one.
  scope.listen<PointerEvent>(
    content,
    'pointerdown',
    (event) => {
      if (event.button === 0 && !editor.relating?.source && arrowOf(event) === undefined) relating.pick(undefined);
    },
    { capture: true, passive: true },
  );
}

/** The list of relations; nothing where there are none. */
export const relationList = (desk: Desk): TemplateResult | typeof nothing | undefined => lists.get(desk)?.template();
