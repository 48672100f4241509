import type { Tool } from '../contract/tool.js';

type HandState = { readonly in: 'idle' };

/** Pans a picture by dragging; the surface does it. */
export const handTool: Tool<HandState, unknown, readonly [number, number]> = {
  name: 'hand',
  space: 'stage2d',
  title: 'Pan',
  icon: 'hand',
  hotkey: 'h',
  cursor: 'grab',
  pans: true,
  initial: { in: 'idle' },
  states: { idle: {} },
};
