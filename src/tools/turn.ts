import type { Tool } from '../contract/tool.js';

type TurnState = { readonly in: 'idle' };

/** Turns the view of a point cloud by dragging, or pans it from above; the surface does it. */
export const turnTool: Tool<TurnState, unknown, readonly [number, number, number]> = {
  name: 'turn',
  space: 'scene3d',
  title: 'Turn the view',
  icon: 'rotate-3d',
  hotkey: 'h',
  cursor: 'grab',
  pans: true,
  initial: { in: 'idle' },
  states: { idle: {} },
};
