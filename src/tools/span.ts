import type { Inputs, Step, Tool, ToolEnv } from '../contract/tool.js';
import type { Dict } from '../model/json.js';
import { type Granularity, granularities, snapToText } from '../shapes/span/granularity.js';
import { spanOf } from '../shapes/span/shape.js';
import { type TransformState, transformTool } from './transform.js';

type Env = ToolEnv<unknown, number>;

const { states: transform } = transformTool('flow');

/**
 * Selecting text marks it, snapped to the granularity asked for. With Ctrl held the regions that the selection covers
 * are selected instead. A click selects a region; dragging an end of it moves the end.
 */
export const spanTool: Tool<TransformState, unknown, number> = {
  name: 'span',
  space: 'flow',
  shape: 'span',
  title: 'Text span',
  icon: 'text-select',
  cursor: 'text',
  initial: { in: 'idle' },
  states: {
    ...transform,
    // Whether the range or the release of the pointer is told first is up to the surface.
    idle: { ...transform.idle, range: mark },
    held: { ...transform.held, range: mark },
    free: { ...transform.free, range: mark },
    ignoring: { ...transform.ignoring, range: mark },
  },
};

function mark(_: TransformState, { from, to, ctrl }: Inputs<number>['range'], env: Env): Step<TransformState, unknown> {
  const idle = { in: 'idle' } as const;
  if (ctrl) return [idle, { ask: 'select', regionIds: [...new Set([...env.selected, ...env.within(from, to)])] }];
  const { facts } = env.sight;
  const range =
    facts.text === undefined ? { start: from, end: to } : snapToText(facts.text, from, to, granularityOf(env.options));
  if (!range || range.start >= range.end) return idle;
  return [idle, { ask: 'create', geometry: spanOf(range.start, range.end, facts) }, { ask: 'settle' }];
}

const granularityOf = ({ granularity }: Dict): Granularity =>
  granularities.find((name) => name === String(granularity).toLowerCase()) ?? 'symbol';
