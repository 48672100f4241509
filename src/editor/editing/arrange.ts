import type { Action } from '../actions/actions.js';
import type { Editor } from '../editor.js';
import { editable } from '../regions/regions.js';
import { type Move, reorder } from './order.js';

/** Puts the selected regions in order: in line, apart, turned, one above the other. */
export function arrangeActions(editor: Editor): readonly Action[] {
  const group = 'Arrange';
  /** How many can be moved, of the object of which the most are selected. */
  const movable = () => {
    const counts = new Map<string, number>();
    for (const { shape, toName } of editable(editor)) {
      if (editor.registry.shape(shape)?.space === 'stage2d') counts.set(toName, (counts.get(toName) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values());
  };
  const put = (name: string, title: string, icon: string, least: number): Action => ({
    name,
    title,
    group,
    icon,
    enabled: () => movable() >= least,
    run: () => editor.stages.key('stage2d', name),
  });
  const turn = (name: string, title: string, keys: string, icon: string, shift: boolean): Action => ({
    name: shift ? `${name}-far` : name,
    title,
    keys,
    group,
    icon,
    enabled: () => editable(editor).some(({ shape }) => editor.registry.shape(shape)?.similar !== undefined),
    run: () => editor.stages.key('stage2d', name, { shift }),
  });
  const layer = (name: Move, title: string, keys: string, icon: string): Action => ({
    name: `order-${name}`,
    title,
    keys,
    group,
    icon,
    enabled: () => editable(editor).length > 0,
    run: () => {
      const ids = new Set(editable(editor).map(({ id }) => id));
      const store = editor.completion?.store;
      store?.edit(title, (write) => reorder(store, write, ids, name));
    },
  });
  return [
    put('align-left', 'Align left', 'align-start-vertical', 2),
    put('align-centre', 'Align centres', 'align-center-vertical', 2),
    put('align-right', 'Align right', 'align-end-vertical', 2),
    put('align-top', 'Align top', 'align-start-horizontal', 2),
    put('align-middle', 'Align middles', 'align-center-horizontal', 2),
    put('align-bottom', 'Align bottom', 'align-end-horizontal', 2),
    put('distribute-across', 'Distribute horizontally', 'align-horizontal-space-between', 3),
    put('distribute-down', 'Distribute vertically', 'align-vertical-space-between', 3),
    turn('turn-left', 'Turn left by 1°', 'alt+[', 'rotate-ccw', false),
    turn('turn-right', 'Turn right by 1°', 'alt+]', 'rotate-cw', false),
    turn('turn-left', 'Turn left by 15°', 'alt+shift+[', 'rotate-ccw', true),
    turn('turn-right', 'Turn right by 15°', 'alt+shift+]', 'rotate-cw', true),
    layer('front', 'Bring to front', 'ctrl+shift+]', 'bring-to-front'),
    layer('forward', 'Bring forward', 'ctrl+]', 'arrow-up'),
    layer('backward', 'Send backward', 'ctrl+[', 'arrow-down'),
    layer('back', 'Send to back', 'ctrl+shift+[', 'send-to-back'),
  ];
}
